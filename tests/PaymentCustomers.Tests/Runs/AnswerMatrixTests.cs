using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Sends a few rows and gives the last one each answer of the emulator's catalog, with its customer stored by no attempt,
/// by the first or by each. The run is then repeated a quarter of an hour later, with one more row and a provider that works again.
/// No row may be lost or created twice, and no row may be reported as created or failed if it was not. docs/answers.md shows the
/// outcome of each combination.</summary>
/// <remarks>After you change the answers or the outcomes, run this with the environment variable PAYMENT_CUSTOMERS_ANSWERS=write,
/// and review the difference.</remarks>
public sealed class AnswerMatrixTests : AnswerTest
{
    private const int Rows = 3;
    private const int Struck = 3;
    private const int RowsLater = 4;
    private const int FewestAnswers = 150;

    // Three attempts show as much as five, and are faster.
    private static readonly RunOptions Options = OneByOne with { MaximumRetryCount = 2 };

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    [InlineData("Stripe")]
    public async Task No_row_is_lost_duplicated_or_reported_wrongly_whatever_the_answer(string provider)
    {
        var answers = AnswerMeaning.AnswersOf(provider);
        var emulator = await EmulateAsync();

        var wrong = new List<string>();
        var rows = new List<(string, IReadOnlyDictionary<FaultStorage, string>)>();
        foreach (var answer in answers)
        {
            var cells = new Dictionary<FaultStorage, string>();
            foreach (var storage in Enum.GetValues<FaultStorage>())
            {
                var (cell, problems) = await RunAsync(emulator, provider, answer, storage);
                cells[storage] = cell;
                wrong.AddRange(problems.Select(problem => $"{answer.Name}, stored {storage}: {problem}"));
            }

            rows.Add((answer.Name, cells));
        }

        if (AnswerPage.Writes)
            AnswerPage.Write(provider, AnswerPage.Part(provider, rows));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.InRange(answers.Select(answer => answer.Name).Distinct().Count(), FewestAnswers, 1000);
        Assert.Equal(AnswerPage.PartOf(provider), AnswerPage.Part(provider, rows));
    }

    /// <summary>Runs one combination of an answer and a storage.</summary>
    /// <returns>The text for the page, and what is wrong with the outcome.</returns>
    private async Task<(string Cell, List<string> Wrong)> RunAsync(ProviderEmulator emulator, string provider, EmulatorFault answer, FaultStorage storage)
    {
        BeginCell(emulator);
        emulator.SetFaults(answer.With(storage)[0] with { Contains = EmailOf(Struck), N = 1 });
        var target = TargetOf(emulator, provider);
        var rows = Enumerable.Range(1, RowsLater).Select(row => target.Row(row, PersonOf(row))).ToArray();

        var first = await target.RunAsync(rows[..Rows], JournalPath, Options, Cancel);
        var believed = AnswerMeaning.IsRefusal(answer, provider) || AnswerMeaning.IsLie(answer, storage);
        var wrong = Check(first, Rows, emulator, provider, believed).ToList();
        var one = first.Outcomes[^1].Outcome;

        emulator.SetFaults();
        Clock.Advance(Pause);
        var second = await target.RunAsync(rows, JournalPath, Options, Cancel);
        wrong.AddRange(Check(second, RowsLater, emulator, provider, believed).Select(problem => $"once more, {problem}"));
        var two = second.Outcomes[Struck - 1].Outcome;
        var stored = Stored(emulator, provider, Struck).Count;
        if (!believed && !(IsThere(second.Outcomes[Struck - 1]) && stored == 1))
            wrong.Add($"row {Struck} ends as {two} with {stored} stored");
        return ($"{one} → {two}{(stored == 1 ? "" : $", {stored} stored")}", wrong);
    }

    private IEnumerable<string> Check(RunReport report, int count, ProviderEmulator emulator, string provider, bool isBelieved)
    {
        if (!report.Rows.SequenceEqual(Enumerable.Range(1, count).Select(row => (long)row)))
            yield return $"rows {string.Join(' ', report.Rows)}";
        foreach (var outcome in report.Outcomes)
        {
            if (outcome.Draft.Row == Struck && isBelieved)
                continue;
            var stored = Stored(emulator, provider, (int)outcome.Draft.Row);
            if (Wrong(outcome, stored) is { } wrong)
                yield return $"row {outcome.Draft.Row} is {outcome.Outcome} and {wrong}";
            if (stored.Count > 1)
                yield return $"row {outcome.Draft.Row} is stored {stored.Count} times";
            if (outcome.Draft.Row != Struck && !IsThere(outcome))
                yield return $"row {outcome.Draft.Row} is {outcome.Outcome}: {outcome.Error!.Message}";
        }
    }
}
