using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Faults on several attempts of one request.</summary>
public sealed class FaultSequenceTests : EmulatorTest
{
    [Theory]
    [InlineData(null, "429 429 429 429")]
    [InlineData(0, "429 429 429 429")]
    [InlineData(1, "429 200 200 200")]
    [InlineData(3, "429 429 429 200")]
    public async Task A_fault_applies_to_the_specified_number_of_attempts_of_each_request(int? repeat, string expected)
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 429, RetryAfter = "0", Repeat = repeat });

        Assert.Equal(expected, await AttemptsAsync(4, Person));
        Assert.Equal(expected, await AttemptsAsync(4, With(Person, "email", "\"a@example.com\"")));
    }

    [Fact]
    public async Task The_faults_of_then_apply_to_the_next_attempts_before_the_request_succeeds()
    {
        Emulator.SetFaults(new FaultRule
        {
            Kind = FaultKind.Status,
            Code = 500,
            Then = [new Fault { Kind = FaultKind.Status, Code = 409, Repeat = 2 }, new Fault { Kind = FaultKind.Status, Code = 423 }],
        });

        Assert.Equal("500 409 409 423 200 200", await AttemptsAsync(6, Person));
        Assert.Equal((6L, 4L), (Emulator.Faults[0].Matched, Emulator.Faults[0].Applied));
    }

    [Fact]
    public async Task The_next_rules_apply_to_a_request_after_all_faults_of_the_first_rule()
    {
        Emulator.SetFaults(
            new FaultRule { Kind = FaultKind.Status, Code = 500, Repeat = 1 },
            new FaultRule { Kind = FaultKind.Status, Code = 429 });

        Assert.Equal("500 429 429", await AttemptsAsync(3, Person));
    }

    [Fact]
    public async Task Times_counts_requests_and_not_their_attempts()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 500, Repeat = 2, Times = 1 });

        Assert.Equal("500 500 200", await AttemptsAsync(3, Person));
        Assert.Equal("200", await AttemptsAsync(1, With(Person, "email", "\"a@example.com\"")));
    }

    [Fact]
    public async Task The_answer_to_a_stored_first_attempt_can_be_lost_and_the_second_attempt_refused_as_existing()
    {
        Emulator.Play(EmulatedProvider.OnePay.Faults.Single(fault => fault.Name == "lostThen422"));

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync(key: "k"));
        var second = await CreateOnePayAsync(key: "k");
        var third = await CreateOnePayAsync(key: "k");

        Assert.Equal((422, "El correo jose@example.com del documento 1060500333 ya existe"), (second.Status, second["message"]));
        Assert.Equal(422, third.Status);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData("keyInUse", null)]
    [InlineData("keyInUseWait", "1")]
    public async Task A_key_can_be_in_use_for_a_while_and_then_return_the_customer(string fault, string? retryAfter)
    {
        Emulator.Play(EmulatedProvider.OnePay.Faults.Single(item => item.Name == fault));

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateOnePayAsync(key: "k"));
        for (var i = 0; i < 2; i++)
        {
            var busy = await CreateOnePayAsync(key: "k");
            Assert.Equal((409, "idempotency_key_in_use"), (busy.Status, busy["code_name"]));
            Assert.Equal(retryAfter, busy.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
        }

        var last = await CreateOnePayAsync(key: "k");
        Assert.Equal((201, Assert.Single(Emulator.Store.OnePayCustomers).Id), (last.Status, last.Id));
    }

    [Theory]
    [InlineData(FaultStorage.Never, 0)]
    [InlineData(FaultStorage.Once, 1)]
    [InlineData(FaultStorage.Always, 3)]
    public async Task The_same_answer_can_store_the_customer_never_once_or_always(FaultStorage storage, int stored)
    {
        var rule = new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.Status, Code = 499 };

        Emulator.SetFaults(rule.With(storage));

        Assert.Equal("499 499 499", await AttemptsAsync(3, Person));
        Assert.Equal(stored, Emulator.Store.DotsCount);
    }

    [Fact]
    public async Task Sequences_can_be_specified_as_json_and_are_shown()
    {
        const string Rules = """[{"operation":"create","kind":"reset","moment":"after","repeat":1,"then":[{"kind":"status","code":422,"message":"personal","repeat":0}]}]""";

        var put = await ControlAsync(HttpMethod.Put, "/faults", Rules);

        Assert.Equal(200, put.Status);
        Assert.Equal(("personal", 0), ((string?)put.Json[0]!["then"]![0]!["message"], (int)put.Json[0]!["then"]![0]!["repeat"]!));
        Assert.Null(put.Json[0]!["then"]![0]!["operation"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateDotsAsync());
        Assert.Equal(422, (await CreateDotsAsync()).Status);
    }

    private async Task<string> AttemptsAsync(int attempts, string body)
    {
        var statuses = new List<int>();
        for (var i = 0; i < attempts; i++)
            statuses.Add((await CreateDotsAsync(body)).Status);
        return string.Join(' ', statuses);
    }
}
