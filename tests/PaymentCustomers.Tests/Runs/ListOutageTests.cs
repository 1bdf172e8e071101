using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>
/// Rows that an earlier run left in doubt, at a provider whose list is limited or not available. Only the first rows wait for it.
/// </summary>
public sealed class ListOutageTests : RunTest
{
    // Each row is looked up before the next one is submitted. A lookup makes five attempts.
    private static RunOptions Single { get; } = new() { ThrottleLimit = 1, Window = 1 };

    private static FaultRule Limited { get; } = new() { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 429 };

    private int _before;

    [Theory]
    [InlineData("Dots", 429)]
    [InlineData("Dots", 503)]
    [InlineData("OnePay", 429)]
    [InlineData("OnePay", 503)]
    [InlineData("Stripe", 429)]
    public async Task After_five_lookups_that_failed_the_next_rows_are_unknown_without_a_request(string provider, int status)
    {
        var (emulator, target, rows) = await DoubtfulAsync(provider, 15);
        emulator.SetFaults(Limited with { Code = status });

        var report = await target.RunAsync(rows, JournalPath, Single, Cancel);

        Assert.Equal(Enumerable.Repeat(CustomerOutcome.Unknown, 15), report.Kinds);
        Assert.Equal(5 * 5, Lists(emulator));
        Assert.All(report.Outcomes, outcome =>
        {
            Assert.Contains($"answered {status}", outcome.Error!.Message, StringComparison.Ordinal);
            Assert.StartsWith("Run the same command with the same journal again later.", outcome.Error.RecommendedAction, StringComparison.Ordinal);
            Assert.Equal(
                outcome.Draft.Row > 5, outcome.Error.Message.Contains("could not be read for several rows before this one", StringComparison.Ordinal));
        });

        // The next run with the journal finds all of them.
        emulator.SetFaults();
        var next = await target.RunAsync(rows, JournalPath, Single, Cancel);

        Assert.Equal(Enumerable.Repeat(CustomerOutcome.Created, 15), next.Kinds);
        Assert.Equal(15, emulator.Store.CountOf(EmulatedProvider.Parse(provider)));
    }

    [Theory]
    [InlineData("Dots", null, 30)]
    [InlineData("OnePay", null, 30)]
    [InlineData("OnePay", "5", 30)]
    [InlineData("OnePay", "60", 60)]
    [InlineData("Stripe", null, 30)]
    public async Task After_a_pause_one_request_shows_whether_the_list_can_be_read_again(string provider, string? retryAfter, int pause)
    {
        var (emulator, target, rows) = await DoubtfulAsync(provider, 11);
        emulator.SetFaults(Limited with { RetryAfter = retryAfter });
        await using var journal = FileJournal.Open(JournalPath, target.Connection, new JournalOptions { Clock = Clock });
        await using var run = new CustomerRun(target.Client, Single, journal, Cancel);
        foreach (var row in rows[..5])
            Assert.Equal((CustomerOutcome.Unknown, 5 * row.Draft.Row), await LookAsync(row));

        Assert.Equal((CustomerOutcome.Unknown, 25), await LookAsync(rows[5]));
        Clock.Advance(TimeSpan.FromSeconds(pause - 1));
        Assert.Equal((CustomerOutcome.Unknown, 25), await LookAsync(rows[6]));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((CustomerOutcome.Unknown, 26), await LookAsync(rows[7]));
        Assert.Contains("=1", emulator.Store.Requests[^1].Query, StringComparison.Ordinal);
        if (retryAfter is null)
            Assert.InRange(run.HeldUntil!.Value - Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(0.5));

        emulator.SetFaults();
        Assert.Equal((CustomerOutcome.Unknown, 26), await LookAsync(rows[8]));
        Clock.Advance(TimeSpan.FromSeconds(pause));
        // The small request, and the lookup.
        Assert.Equal((CustomerOutcome.Created, 28), await LookAsync(rows[9]));
        Assert.Equal((CustomerOutcome.Created, 29), await LookAsync(rows[10]));
        Assert.Equal(11, emulator.Store.CountOf(EmulatedProvider.Parse(provider)));

        async Task<(CustomerOutcome Outcome, long Lists)> LookAsync(PreparedDraft row) => (await RunAsync(run, row), Lists(emulator));
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public async Task A_lookup_that_succeeds_ends_the_count_of_failures(string provider)
    {
        var (emulator, target, rows) = await DoubtfulAsync(provider, 10);
        await using var journal = FileJournal.Open(JournalPath, target.Connection, new JournalOptions { Clock = Clock });
        await using var run = new CustomerRun(target.Client, Single, journal, Cancel);

        foreach (var row in rows)
        {
            var isWell = row.Draft.Row is 5 or 10;
            emulator.SetFaults(isWell ? [] : [Limited]);
            Assert.Equal(isWell ? CustomerOutcome.Created : CustomerOutcome.Unknown, await RunAsync(run, row));
        }
    }

    [Fact]
    public async Task Rows_that_are_refused_after_a_lost_answer_do_not_wait_for_the_list_either()
    {
        SkipWaits();
        var server = Serve(request => !request.IsCreate ? Answer.Json(429, "{}")
            // Every second attempt of a row is refused, because the first created the customer.
            : request.Number % 2 == 1 ? Answer.Reset : Answer.Json(422, "{}"));
        // Each row makes two attempts to create its customer, and a lookup would make two.
        var options = Single with { MaximumRetryCount = 1 };

        var report = await OnePay(server).RunAsync(OnePay(server).Rows(8), JournalPath, options, Cancel);

        Assert.Null(report.Stopped);
        Assert.Equal(Enumerable.Repeat(CustomerOutcome.Unknown, 8), report.Kinds);
        Assert.Equal(5 * 2, server.Requests.Count(request => !request.IsCreate));
        Assert.All(report.Outcomes, outcome =>
        {
            Assert.Contains("answered 422", outcome.Error!.Message, StringComparison.Ordinal);
            Assert.Contains("The list of customers: OnePay answered 429", outcome.Error.Message, StringComparison.Ordinal);
        });
    }

    private static async Task<CustomerOutcome> RunAsync(CustomerRun run, PreparedDraft row)
    {
        run.Submit(row);
        await run.WaitAsync().WaitAsync(Patience, Cancel);
        Assert.True(run.TryTake(out var outcome));
        return outcome.Outcome;
    }

    /// <summary>The number of requests for the list since the customers were created.</summary>
    private int Lists(ProviderEmulator emulator) => Count(emulator, EmulatedOperation.List) - _before;

    /// <summary>Customers whose rows are in doubt in the journal, so long that the list must show them.</summary>
    private async Task<(ProviderEmulator Emulator, Target Target, PreparedDraft[] Rows)> DoubtfulAsync(string provider, int count)
    {
        SkipWaits();
        var emulator = await EmulateAsync(
            null,
            new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.Reset, Moment = FaultMoment.After },
            new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 403 });
        var target = provider switch
        {
            "Dots" => Dots(emulator),
            "OnePay" => OnePay(emulator),
            _ => Target.Stripe(emulator.BaseUriOf(EmulatedProvider.Stripe), Clock),
        };
        var rows = target.Rows(count);
        var report = await target.RunAsync(rows, JournalPath, OneByOne with { MaximumRetryCount = 0 }, Cancel);
        Assert.Equal(Enumerable.Repeat(CustomerOutcome.Unknown, count), report.Kinds);
        _before = Lists(emulator);
        Clock.Advance(TimeSpan.FromHours(24));
        return (emulator, target, rows);
    }
}
