using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>
/// Every answer of the emulator's catalog for one row among others, with its customer stored by no attempt, by the first
/// or by each: no row is lost, none is there twice, none is said to be created that is not, and none to have failed that is.
/// </summary>
public sealed class AnswerMatrixTests : RunTest
{
    private const int Rows = 5;

    // Others in each cell: an answer that comes too late would fit the same person of the next.
    private int _cell;

    // Of one row alone nobody could tell that the id is no customer's: it is the same for all that shows it.
    private static readonly string[] WithIdsOfNobody = ["sameId"];

    // They end when a clock says so, which is another test's (DotsAmbiguityTests, CancellationTests).
    private static readonly FaultKind[] ByTheClock = [FaultKind.Timeout, FaultKind.SlowDrip, FaultKind.DelayedStore];

    // It never ends: DotsAmbiguityTests show that it is given up.
    private static readonly string[] Endless = ["listNewPages"];

    public static TheoryData<string, FaultStorage> Cells { get; } =
        new(from provider in new[] { "Dots", "OnePay" } from storage in Enum.GetValues<FaultStorage>() select (provider, storage));

    public static TheoryData<string, FaultMoment> Looks { get; } =
        new(from provider in new[] { "Dots", "OnePay" } from moment in Enum.GetValues<FaultMoment>() select (provider, moment));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task No_answer_loses_or_doubles_a_row_whatever_was_stored(string provider, FaultStorage storage)
    {
        var answers = EmulatedProvider.Parse(provider).Faults.Where(fault => fault.HasStorage && !ByTheClock.Contains(fault.Rules[0].Kind)).ToList();
        var emulator = await EmulateAsync();

        var wrong = new List<string>();
        foreach (var answer in answers)
        {
            emulator.Store.Clear();
            _cell++;
            // A lie that nothing shows: a whole answer to a create that was not carried out.
            if (storage == FaultStorage.Never && answer.Rules[0].Kind == FaultKind.Altered)
                continue;
            emulator.SetFaults(answer.With(storage)[0] with { Contains = Struck });
            wrong.AddRange(await RunAsync(emulator, provider, answer.Name, IsRefusal(answer.Rules[0], provider)));
        }

        Assert.Equal("", string.Join("\n", wrong));
        Assert.InRange(answers.Count, 85, 500);
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public async Task No_sequence_of_answers_does_either(string provider)
    {
        var emulator = await EmulateAsync();
        var wrong = new List<string>();
        var count = 0;
        foreach (var fault in EmulatedProvider.Parse(provider).Faults)
        {
            if (fault.HasStorage || fault.Rules is not [{ Operation: EmulatedOperation.Create } rule] || ByTheClock.Contains(rule.Kind))
                continue;
            emulator.Store.Clear();
            _cell++;
            emulator.SetFaults(rule with { Contains = Struck, N = 1 });
            wrong.AddRange(await RunAsync(emulator, provider, fault.Name));
            count++;
        }

        Assert.Equal("", string.Join("\n", wrong));
        Assert.InRange(count, 10, 100);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_list_is_believed_that_does_not_show_what_it_must(string provider, FaultMoment moment)
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
            emulator.Store.Clear();
            _cell++;
            emulator.Configure(_ => fault.Options is { } options ? usual.Patch(options) : usual);
            emulator.SetFaults([lost with { Contains = Struck }, .. fault.Rules]);
            wrong.AddRange(await RunAsync(emulator, provider, fault.Name));
            count++;
        }

        Assert.Equal("", string.Join("\n", wrong));
        Assert.InRange(count, 10, 100);
    }

    private string Struck => EmailOf(3);

    private string EmailOf(int row) => $"row{PersonOf(row)}@example.com";

    private int PersonOf(int row) => (10 * _cell) + row;

    /// <summary>Runs the rows, with a journal at OnePay as well as at Dots, and once more, as a person would.</summary>
    /// <returns>What is wrong.</returns>
    private async Task<List<string>> RunAsync(ProviderEmulator emulator, string provider, string name, bool isRefusal = false)
    {
        SkipWaits();
        File.Delete(JournalPath);
        var target = provider == "Dots" ? Dots(emulator) : OnePay(emulator);
        var options = new RunOptions { ThrottleLimit = 2 };
        var rows = Enumerable.Range(1, Rows).Select(row => target.Row(row, PersonOf(row))).ToArray();
        var report = await target.RunAsync(rows, JournalPath, options, Cancel);
        var wrong = Check(report, emulator, provider, name, isRefusal).ToList();
        emulator.SetFaults();
        // What was refused is sent again, and only a key keeps it from being a second customer.
        if (isRefusal && provider == "Dots")
            return wrong;
        var again = await target.RunAsync(rows, JournalPath, options, Cancel);
        return [.. wrong, .. Check(again, emulator, provider, $"{name}, once more", isRefusal: false)];
    }

    private IEnumerable<string> Check(RunReport report, ProviderEmulator emulator, string provider, string name, bool isRefusal)
    {
        if (!report.Rows.SequenceEqual(Enumerable.Range(1, Rows).Select(row => (long)row)))
            yield return $"{name}: rows {string.Join(' ', report.Rows)}";
        foreach (var outcome in report.Outcomes)
        {
            var what = $"{name}: row {outcome.Draft.Row} is {outcome.Outcome}";
            var stored = Stored(emulator, provider, EmailOf((int)outcome.Draft.Row));
            if (stored.Count > 1 && !isRefusal && !name.StartsWith("storedTwice", StringComparison.Ordinal))
                yield return $"{what}, and stored {stored.Count} times";
            var isThere = outcome.Outcome is CustomerOutcome.Created or CustomerOutcome.Existing;
            if (isThere && stored.Count == 0)
                yield return $"{what}, and not stored";
            else if (isThere && !stored.Contains(outcome.Customer!.Id!) && !WithIdsOfNobody.Contains(name.Split(',')[0]))
                yield return $"{what}, as {outcome.Customer.Id}, which is another's";
            if (outcome.Outcome is CustomerOutcome.Failed or CustomerOutcome.NotSent && stored.Count > 0 && !(isRefusal && outcome.Draft.Row == 3))
                yield return $"{what}, and stored: {outcome.Error!.Message}";
        }
    }

    /// <summary>
    /// Whether the provider says itself, in so many words, that it did not create the customer: that is believed. Statuses
    /// that leave it open are not among them.
    /// </summary>
    private static bool IsRefusal(FaultRule rule, string provider) => rule.Change == "successFalse" || (rule.Kind == FaultKind.Status && rule.Code switch
    {
        408 or 409 or 423 or 425 or 499 => false,
        >= 400 and < 500 => true,
        // Dots has "success": false in the body of whatever it refuses.
        >= 200 and < 300 => provider == "Dots",
        _ => false,
    });

    private static List<string> Stored(ProviderEmulator emulator, string provider, string email) => provider == "Dots"
        ? [.. emulator.Store.DotsCustomers.Where(customer => customer.Fields.Email == email).Select(customer => customer.Id)]
        : [.. emulator.Store.OnePayCustomers.Where(customer => customer.Fields.Email == email).Select(customer => customer.Id)];
}
