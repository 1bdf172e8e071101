using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Faults that take time, with a clock that the test moves.</summary>
public sealed class FaultTimeTests : EmulatorTest
{
    private readonly TestClock _time = new();

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Fact]
    public async Task A_delayed_store_happens_after_the_connection_was_closed()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.DelayedStore, DelayMs = 2000, HoldMs = 0 });

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync(key: "k"));
        Assert.Equal((0, 1), (Emulator.Store.OnePayCount, Emulator.Store.PendingStores));
        _time.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.Equal(0, Emulator.Store.OnePayCount);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("k", Assert.Single(Emulator.Store.OnePayCustomers).Key);
        Assert.Equal(0, Emulator.Store.PendingStores);
    }

    [Fact]
    public async Task A_delayed_store_happens_even_if_the_client_disconnects()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.DelayedStore, Provider = EmulatedProvider.Dots });
        using var client = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Post, "dots/api/v2/payment-customers");
        request.Headers.TryAddWithoutValidation("Authorization", Basic("emulator:secret"));
        request.Content = new StringContent(Person, System.Text.Encoding.UTF8, "application/json");

        var answer = Http.SendAsync(request, client.Token);
        await UntilAsync(() => Emulator.Store.PendingStores == 1);
        await client.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
        _time.Advance(TimeSpan.FromMilliseconds(2000));

        Assert.Equal("Muñoz", Assert.Single(Emulator.Store.DotsCustomers).Fields.LastName);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_and_the_delayed_original_make_one_customer()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.DelayedStore, HoldMs = 0, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync(key: "k"));
        Assert.Equal(201, (await CreateOnePayAsync(key: "k")).Status);
        _time.Advance(TimeSpan.FromMilliseconds(2000));

        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Clearing_cancels_delayed_stores()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.DelayedStore, HoldMs = 0 });
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync());

        Emulator.Store.Clear();
        _time.Advance(TimeSpan.FromMilliseconds(2000));

        Assert.Equal(0, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 0)]
    [InlineData(FaultMoment.After, 1)]
    public async Task A_timeout_with_a_hold_time_answers_late(FaultMoment moment, int stored)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout, HoldMs = 30_000, Moment = moment });

        var request = CreateOnePayAsync();
        await _time.WhenWaitingAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(stored, Emulator.Store.OnePayCount);
        Assert.False(request.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(30_000));

        Assert.Equal(201, (await request).Status);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_slow_drip_sends_one_byte_at_a_time()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.SlowDrip, Moment = FaultMoment.After, DripMs = 60_000 });

        using var response = await Http.SendAsync(OnePayRequest(HttpMethod.Get), HttpCompletionOption.ResponseHeadersRead, Cancelled);
        using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
        var length = (int)response.Content.Headers.ContentLength!;
        var received = new byte[length];
        for (var i = 0; i < length; i++)
        {
            Assert.Equal(1, await stream.ReadAsync(received.AsMemory(i), Cancelled));
            if (i == length - 1)
                break;
            await _time.WhenWaitingAsync(_ => true);
            _time.Advance(TimeSpan.FromMilliseconds((60_000 / (length - 1)) + 1));
        }

        Assert.StartsWith("""{"data":[],""", System.Text.Encoding.UTF8.GetString(received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latency_passes_before_a_request_is_carried_out()
    {
        Emulator.Configure(options => options with { LatencyMs = 250 });

        var request = CreateOnePayAsync();
        await _time.WhenWaitingAsync(TimeSpan.FromMilliseconds(250));
        Assert.Equal(0, Emulator.Store.OnePayCount);
        _time.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal(201, (await request).Status);
    }

    [Fact]
    public async Task Latency_continues_if_the_client_disconnects()
    {
        Emulator.Configure(options => options with { LatencyMs = 250 });
        using var client = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var request = SendAsync(OnePayRequest(HttpMethod.Post, body: Natural), client.Token);
        await _time.WhenWaitingAsync(TimeSpan.FromMilliseconds(250));
        await client.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => request);
        _time.Advance(TimeSpan.FromMilliseconds(250));

        await UntilAsync(() => Emulator.Store.OnePayCount == 1);
    }

    [Fact]
    public async Task Stopping_releases_held_requests()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout });
        var request = CreateOnePayAsync();
        await UntilAsync(() => Emulator.Faults[0].Applied == 1);

        await Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => request);
    }
}
