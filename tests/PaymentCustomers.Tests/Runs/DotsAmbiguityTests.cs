using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Create requests at Dots whose outcome is not known. No two customers may carry the same key.</summary>
public sealed class DotsAmbiguityTests : RunTest
{
    [Theory]
    [InlineData(FaultKind.Reset, FaultMoment.After, null, 2, 1)]
    [InlineData(FaultKind.Reset, FaultMoment.Before, null, 2, 2)]
    [InlineData(FaultKind.Status, FaultMoment.After, 500, 2, 1)]
    [InlineData(FaultKind.Status, FaultMoment.Before, 500, 2, 2)]
    [InlineData(FaultKind.Status, FaultMoment.After, 503, 2, 1)]
    [InlineData(FaultKind.Status, FaultMoment.After, 504, 5, 1)]
    [InlineData(FaultKind.Status, FaultMoment.After, 408, 5, 1)]
    [InlineData(FaultKind.Garbage, FaultMoment.After, null, 2, 1)]
    [InlineData(FaultKind.Truncated, FaultMoment.After, null, 2, 1)]
    [InlineData(FaultKind.Html, FaultMoment.After, 200, 2, 1)]
    public async Task A_doubtful_row_is_searched_for_after_its_settling_time_and_sent_again_only_if_it_is_not_found(
        FaultKind kind, FaultMoment moment, int? code, int settle, int creates)
    {
        var emulator = await EmulateAsync(null, Fault(kind, moment) with { Code = code, Times = 1 });
        var target = Dots(emulator);

        // The other rows are sent while the first is in doubt. The list must show them.
        var running = target.RunAsync(target.Rows(3), OneByOne, cancellation: Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(settle));
        while (emulator.Store.DotsCustomers.Count(customer => customer.Fields.Email is "row2@example.com" or "row3@example.com") < 2)
            await Task.Yield();
        Assert.Equal(0, Count(emulator, EmulatedOperation.List));
        Clock.Advance(TimeSpan.FromSeconds(settle));
        var report = await running;

        var customer = Assert.Single(emulator.Store.DotsCustomers, customer => customer.Fields.Email == "row1@example.com");
        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Created], report.Kinds);
        Assert.Equal(customer.Id, report.Outcomes[0].Customer!.Id);
        Assert.Equal(report.Outcomes[0].Customer!.IdempotencyKey, customer.Key);
        Assert.Equal((2 + creates, 1), (Count(emulator, EmulatedOperation.Create), Count(emulator, EmulatedOperation.List)));
    }

    [Fact]
    public async Task A_row_that_timed_out_is_searched_for_five_seconds_later()
    {
        var emulator = await EmulateAsync(null, Fault(FaultKind.Timeout, FaultMoment.After) with { Times = 1 });
        var target = Dots(emulator, TimeSpan.FromSeconds(60));

        var running = target.RunAsync(target.Rows(1), cancellation: Cancel);
        // Wait for the client's timer, and for the moment at which the customer is stored and the answer held back.
        while (emulator.Store.DotsCount == 0)
            await Task.Yield();
        Clock.Advance(TimeSpan.FromSeconds(60));
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(5));
        Clock.Advance(TimeSpan.FromSeconds(5));
        var report = await running;

        Assert.Equal([Assert.Single(emulator.Store.DotsCustomers).Id], report.Ids);
        Assert.Equal(1, Count(emulator, EmulatedOperation.Create));
    }

    [Fact]
    public async Task A_customer_stored_within_two_seconds_after_the_connection_broke_is_found()
    {
        var emulator = await EmulateAsync(null, Fault(FaultKind.DelayedStore, FaultMoment.Before) with { Times = 1, HoldMs = 0, DelayMs = 1999 });
        var target = Dots(emulator);

        var running = target.RunAsync(target.Rows(1), cancellation: Cancel);
        await Clock.WhenWaitingAsync(rest => rest <= TimeSpan.FromSeconds(2), count: 2);
        Assert.Equal((0, 1), (emulator.Store.DotsCount, emulator.Store.PendingStores));
        Clock.Advance(TimeSpan.FromSeconds(2));
        var report = await running;

        Assert.Equal([Assert.Single(emulator.Store.DotsCustomers).Id], report.Ids);
        Assert.Equal(1, Count(emulator, EmulatedOperation.Create));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task A_doubtful_row_stays_unknown_if_the_list_cannot_be_read(int status)
    {
        SkipWaits();
        var emulator = await EmulateAsync(
            null,
            Fault(FaultKind.Reset, FaultMoment.After) with { Times = 1 },
            new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = status });
        var target = Dots(emulator);

        var report = await target.RunAsync(target.Rows(2), JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Unknown, CustomerOutcome.Created], report.Kinds);
        var error = report.Outcomes[0].Error!;
        Assert.Equal((PaymentErrorId.OutcomeUnknown, 1L), (error.Id, error.Row));
        Assert.Equal(2, emulator.Store.DotsCount);
        Assert.Contains("\"state\":\"unknown\",\"error\":\"OutcomeUnknown\"", await File.ReadAllTextAsync(JournalPath, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Retry_After_also_delays_the_search_and_all_other_requests()
    {
        var emulator = await EmulateAsync(null, Fault(FaultKind.Status, FaultMoment.Before) with { Code = 503, RetryAfter = "60", Times = 1 });
        var target = Dots(emulator);

        var running = target.RunAsync(target.Rows(5), cancellation: Cancel);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(60));
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(emulator.Store.Requests);
        Clock.SkipUpTo = TimeSpan.FromSeconds(60);
        var report = await running;

        Assert.Equal(5, report.Counts.Total);
        Assert.Equal(emulator.Store.DotsCount, report.Counts[CustomerOutcome.Created]);
    }

    [Fact]
    public async Task A_long_list_is_read_completely()
    {
        SkipWaits();
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await target.RunAsync(target.Rows(250), cancellation: Cancel);
        emulator.SetFaults(Fault(FaultKind.Reset, FaultMoment.After) with { Times = 1 });

        var report = await target.RunAsync([target.Row(251)], cancellation: Cancel);

        Assert.Equal(emulator.Store.DotsCustomers[^1].Id, report.Outcomes[0].Customer!.Id);
        Assert.Equal(251, emulator.Store.DotsCount);
        Assert.Equal(3, Count(emulator, EmulatedOperation.List));
    }

    [Fact]
    public async Task Reading_a_list_that_never_ends_stops_at_a_limit()
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate
            ? Answer.Reset
            : Answer.Json($$"""{"data":[{"id":"{{Answer.Id(request.Number)}}"}],"has_more":true}"""));
        var target = Dots(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.InRange(server.Requests.Count, 20_000, 20_010);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public async Task A_row_missing_from_the_list_stays_unknown_if_no_other_row_shows_that_the_list_is_complete(int maximum, int creates)
    {
        SkipWaits();
        var emulator = await EmulateAsync(null, Fault(FaultKind.Reset, FaultMoment.Before));
        var target = Dots(emulator);

        var report = await target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = maximum }, cancellation: Cancel);

        Assert.Equal([PaymentErrorId.OutcomeUnknown], report.Errors);
        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(creates, Count(emulator, EmulatedOperation.Create));
        // The search is repeated, but not without end.
        Assert.InRange(Count(emulator, EmulatedOperation.List), 2, 20);
        Assert.Equal(0, emulator.Store.DotsCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_row_is_lost_or_created_twice_under_all_faults_at_once(int seed)
    {
        SkipWaits();
        var emulator = await EmulateAsync(
            new EmulatorOptions { Seed = seed },
            [.. from kind in new[] { FaultKind.Reset, FaultKind.Status, FaultKind.Garbage, FaultKind.Truncated, FaultKind.Html }
                from moment in new[] { FaultMoment.Before, FaultMoment.After }
                select Fault(kind, moment) with { Which = FaultWhich.Probability, Probability = 0.04 }]);
        var target = Dots(emulator);

        var report = await target.RunAsync(target.Rows(300), new RunOptions { MaximumRetryCount = 10 }, cancellation: Cancel);

        // What cannot be known is reported as unknown. No row is reported as failed, and no customer is created twice.
        Assert.Equal(300, report.Counts[CustomerOutcome.Created] + report.Counts[CustomerOutcome.Unknown]);
        var stored = emulator.Store.DotsCustomers.ToDictionary(customer => customer.Key!, customer => customer.Id);
        Assert.All(report.Outcomes, outcome => Assert.True(
            outcome.Outcome == CustomerOutcome.Unknown || stored[outcome.Customer!.IdempotencyKey!] == outcome.Customer.Id));
    }

    private static FaultRule Fault(FaultKind kind, FaultMoment moment) => new() { Operation = EmulatedOperation.Create, Kind = kind, Moment = moment };
}
