using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Gives one row among others a sequence of answers, or a list that is wrong. No row may be lost or created twice, and no
/// row may be reported as created or failed if it was not.</summary>
public sealed class AnswerSequenceTests : AnswerTest
{
    private const int Rows = 5;
    private const int Struck = 3;

    // These faults end when a timer says so. DotsAmbiguityTests and CancellationTests test them.
    private static readonly FaultKind[] ByTheClock = [FaultKind.Timeout, FaultKind.SlowDrip, FaultKind.DelayedStore];

    // This list never ends. DotsAmbiguityTests tests that reading it stops.
    private static readonly string[] Endless = ["listNewPages"];

    // The fault returns the same id for all rows. A run cannot see that the first of them is wrong; AnswerMatrixTests tests this case.
    private const string SameId = "sameId";

    private static readonly string[] Providers = ["Dots", "OnePay", "Stripe"];

    public static TheoryData<string> Names { get; } = new(Providers);

    public static TheoryData<string, FaultMoment> Looks { get; } =
        new(from provider in Providers from moment in Enum.GetValues<FaultMoment>() select (provider, moment));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_row_is_lost_duplicated_or_reported_wrongly_whatever_the_sequence_of_answers(string provider)
    {
        var emulator = await EmulateAsync();
        var wrong = new List<string>();
        var count = 0;
        foreach (var fault in EmulatedProvider.Parse(provider).Faults)
        {
            if (fault.HasStorage || fault.Rules is not [{ Operation: EmulatedOperation.Create } rule] || ByTheClock.Contains(rule.Kind))
                continue;
            BeginCell(emulator);
            emulator.SetFaults(rule with { Contains = EmailOf(Struck), N = 1 });
            wrong.AddRange(await RunAsync(emulator, provider, fault.Name));
            count++;
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.InRange(count, 10, 100);
    }

    // The first attempt is stored and its answer is lost. The row has not failed, whatever the answer to the second attempt.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_stored_row_is_not_reported_as_failed_whatever_the_answer_to_the_second_attempt(string provider)
    {
        var emulator = await EmulateAsync();
        var wrong = new List<string>();
        var count = 0;
        foreach (var fault in EmulatedProvider.Parse(provider).Faults)
        {
            if (!fault.HasStorage || fault.Name == SameId || fault.Rules is not [{ Operation: EmulatedOperation.Create } second] || ByTheClock.Contains(second.Kind))
                continue;
            BeginCell(emulator);
            emulator.SetFaults(new FaultRule
            {
                Operation = EmulatedOperation.Create,
                Contains = EmailOf(Struck),
                Kind = FaultKind.Reset,
                Moment = FaultMoment.After,
                Times = 1,
                Then = [second],
            });
            wrong.AddRange(await RunAsync(emulator, provider, $"lost, then {fault.Name}"));
            count++;
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.InRange(count, 50, 300);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_row_is_lost_duplicated_or_reported_wrongly_whatever_the_list_shows(string provider, FaultMoment moment)
    {
        var emulator = await EmulateAsync();
        var usual = emulator.Options;
        var lost = new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.Reset, Moment = moment, Times = 1 };
        var wrong = new List<string>();
        var count = 0;
        foreach (var fault in EmulatedProvider.Parse(provider).Faults)
        {
            if (Endless.Contains(fault.Name) || !(fault.Options is not null || fault.Rules is [{ Operation: EmulatedOperation.List }]))
                continue;
            BeginCell(emulator);
            emulator.Configure(_ => fault.Options is { } options ? usual.Patch(options) : usual);
            emulator.SetFaults([lost with { Contains = EmailOf(Struck) }, .. fault.Rules]);
            wrong.AddRange(await RunAsync(emulator, provider, fault.Name));
            count++;
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.InRange(count, 10, 100);
    }

    /// <summary>Runs the rows, and then runs them again, as a user would.</summary>
    /// <returns>What is wrong with the outcomes.</returns>
    private async Task<List<string>> RunAsync(ProviderEmulator emulator, string provider, string name)
    {
        var target = TargetOf(emulator, provider);
        var options = new RunOptions { ThrottleLimit = 2 };
        var rows = Enumerable.Range(1, Rows).Select(row => target.Row(row, PersonOf(row))).ToArray();
        var report = await target.RunAsync(rows, JournalPath, options, Cancel);
        var wrong = Check(report, emulator, provider, name).ToList();
        emulator.SetFaults();
        var again = await target.RunAsync(rows, JournalPath, options, Cancel);
        return [.. wrong, .. Check(again, emulator, provider, $"{name}, once more")];
    }

    private IEnumerable<string> Check(RunReport report, ProviderEmulator emulator, string provider, string name)
    {
        if (!report.Rows.SequenceEqual(Enumerable.Range(1, Rows).Select(row => (long)row)))
            yield return $"{name}: rows {string.Join(' ', report.Rows)}";
        foreach (var outcome in report.Outcomes)
        {
            var stored = Stored(emulator, provider, (int)outcome.Draft.Row);
            if (Wrong(outcome, stored) is { } wrong)
                yield return $"{name}: row {outcome.Draft.Row} is {outcome.Outcome} and {wrong}";
            if (stored.Count > 1 && !name.StartsWith("storedTwice", StringComparison.Ordinal))
                yield return $"{name}: row {outcome.Draft.Row} is stored {stored.Count} times";
        }
    }
}
