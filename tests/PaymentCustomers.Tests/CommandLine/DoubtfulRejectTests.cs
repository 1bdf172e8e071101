using System.Text.RegularExpressions;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>Rows that Dots may or may not have created. Their file of rejects is imported on another machine, without the journal
/// of the first run.</summary>
public sealed class DoubtfulRejectTests : CommandLineTest
{
    private const string People = "first_name,last_name,email,phone";
    private const string Grace = "Grace,Hopper,grace@example.com,+12025550143";
    private const string Alan = "Alan,Turing,alan@example.com,+12025550144";
    private const string Katherine = "Katherine,Johnson,katherine@example.com,+12025550145";

    private static readonly FaultRule LostAnswer = new() { Operation = EmulatedOperation.Create, Kind = FaultKind.Reset, Moment = FaultMoment.After };
    private static readonly FaultRule NoList = new() { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 500 };

    [Fact]
    public async Task Doubtful_rows_that_were_created_are_found_by_their_key_and_not_created_again()
    {
        await LoseAnswersAsync();

        var run = await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Created           2\n", run.Output, StringComparison.Ordinal);
        AssertNobodyTwice(2);
        Assert.Equal(["Created", "Created"], LinesOf("in.created-2.csv").Skip(1).Select(line => line.Split(',')[^1]));
    }

    [Fact]
    public async Task A_doubtful_row_is_found_by_its_key_even_if_its_cells_were_changed()
    {
        await LoseAnswersAsync();
        Edit("in.rejects.csv", text => text.Replace("Hopper", "Murray Hopper", StringComparison.Ordinal));

        var run = await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Equal(0, run.ExitCode);
        AssertNobodyTwice(2);
    }

    [Fact]
    public async Task Rows_stay_doubtful_and_are_not_sent_while_the_list_cannot_be_read()
    {
        await LoseAnswersAsync();
        Emulator.SetFaults(NoList);

        var run = await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Unknown           2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["doubtful", "doubtful"], LinesOf("in.rejects-2.csv").Skip(1).Select(line => line.Split(',')[5]));
        AssertNobodyTwice(2);
        Emulator.SetFaults();
        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, (await AgainAsync("in.rejects-2.csv", "third.journal")).ExitCode);
        AssertNobodyTwice(2);
    }

    [Fact]
    public async Task A_doubtful_row_that_was_not_created_is_sent_after_the_list_shows_that_it_is_missing()
    {
        Emulator.SetFaults(NoList, LostAnswer with { Moment = FaultMoment.Before, Contains = "alan@" });
        await FirstAsync(Grace, Alan);
        Emulator.SetFaults();
        Clock.Advance(TimeSpan.FromMinutes(11));

        var run = await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Equal(0, run.ExitCode);
        AssertNobodyTwice(2);
    }

    [Fact]
    public async Task A_row_that_the_next_run_refuses_or_does_not_send_stays_doubtful_with_its_key()
    {
        await LoseAnswersAsync();
        Edit("in.rejects.csv", text => text.Replace("grace@example.com", "nobody", StringComparison.Ordinal) + $"{Katherine},,not-sent,,\n");
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401 });

        await AgainAsync("in.rejects.csv", "other.journal");

        var (before, after) = (LinesOf("in.rejects.csv"), LinesOf("in.rejects-2.csv"));
        Assert.Equal(["doubtful", "doubtful", "not-sent"], after.Skip(1).Select(line => line.Split(',')[5]));
        Assert.Equal(before.Skip(1).Select(KeyOf), after.Skip(1).Select(KeyOf));
        Emulator.SetFaults();
        Clock.Advance(TimeSpan.FromMinutes(11));
        Edit("in.rejects-2.csv", text => text.Replace("nobody", "grace@example.com", StringComparison.Ordinal));
        Assert.Equal(0, (await AgainAsync("in.rejects-2.csv", "third.journal")).ExitCode);
        AssertNobodyTwice(3);
    }

    // The second run stops at its first row and has the journal that records the doubt. The third run has another journal.
    [Fact]
    public async Task A_row_that_a_stopped_run_did_not_reach_stays_doubtful()
    {
        Emulator.SetFaults(NoList, LostAnswer with { Contains = "alan@" }, new FaultRule { Operation = EmulatedOperation.Create, Contains = "grace@", Kind = FaultKind.Status, Code = 422 });
        await FirstAsync(Grace, Alan, Katherine);
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401 });
        await AgainAsync("in.csv", "in.journal");
        Assert.Equal(["failed", "doubtful"], LinesOf("in.rejects.csv").Skip(1).Select(line => line.Split(',')[5]));
        Assert.NotEmpty(KeyOf(LinesOf("in.rejects.csv")[2]));
        Emulator.SetFaults();
        Clock.Advance(TimeSpan.FromMinutes(11));

        var run = await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Equal(0, run.ExitCode);
        AssertNobodyTwice(3);
    }

    [Fact]
    public async Task A_changed_row_that_certainly_failed_gets_a_new_key()
    {
        Emulator.SetFaults(NoList, LostAnswer with { Moment = FaultMoment.Before, Contains = "alan@" });
        await FirstAsync(Grace, Alan);
        Emulator.SetFaults(new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.Status, Code = 422 });
        Clock.Advance(TimeSpan.FromMinutes(11));

        await AgainAsync("in.rejects.csv", "other.journal");

        Assert.Matches("^Alan,Turing,alan@example.com,[^,]+,,failed,", LinesOf("in.rejects-2.csv")[1]);
    }

    /// <summary>Dots creates two customers but both answers are lost, and its list cannot be read.</summary>
    private async Task LoseAnswersAsync()
    {
        Emulator.SetFaults(NoList, LostAnswer);
        var run = await FirstAsync(Grace, Alan);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Unknown           2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(People + ",idempotency_key,reject_state,reject_reason,reject_time", LinesOf("in.rejects.csv")[0]);
        Assert.All(LinesOf("in.rejects.csv").Skip(1), line => Assert.Matches(@",pc1-[\w-]{43},doubtful,", line));
        Assert.Equal(2, Emulator.Store.DotsCount);
        Emulator.SetFaults();
        Clock.Advance(TimeSpan.FromMinutes(11));
    }

    private Task<Run> FirstAsync(params string[] rows) => AgainAsync(Path.GetFileName(Save("in.csv", [People, .. rows])), "in.journal");

    private Task<Run> AgainAsync(string name, string journal) =>
        RunAsync("import", PathOf(name), "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1", "--retries", "0", "--journal", PathOf(journal));

    private void Edit(string name, Func<string, string> change) => File.WriteAllText(PathOf(name), change(File.ReadAllText(PathOf(name))));

    private static string KeyOf(string line) => Regex.Match(line, @"pc1-[\w-]{43}").Value;

    private void AssertNobodyTwice(int count)
    {
        var emails = Emulator.Store.DotsCustomers.Select(customer => customer.Fields.Email).ToList();
        Assert.Equal(count, emails.Count);
        Assert.Equal(emails.Distinct(), emails);
    }
}
