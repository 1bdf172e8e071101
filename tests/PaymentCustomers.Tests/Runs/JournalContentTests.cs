using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What a journal records about its runs and about refused rows.</summary>
public sealed class JournalContentTests : RunTest
{
    private static readonly JournalInput First = new("customers.csv", "AA11");

    private Target Target => OnePay(Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers));

    [Fact]
    public async Task The_header_records_the_announced_rows_the_input_and_the_names_of_the_given_fields()
    {
        await OpenAsync(First, given: new() { [CustomerField.Email] = "ana@example.com", [CustomerField.FirstName] = "Ana" }, rows: 17);

        var line = Assert.Single(await File.ReadAllLinesAsync(JournalPath, Cancel));
        var header = JsonDocument.Parse(line).RootElement;
        Assert.Equal((17, "customers.csv", "AA11"), (header.GetProperty("rows").GetInt32(), header.GetProperty("input").GetString(), header.GetProperty("digest").GetString()));
        Assert.Equal("""["FirstName","Email"]""", header.GetProperty("fields").GetRawText());
        Assert.DoesNotContain("Ana", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_without_an_input_is_accepted()
    {
        var target = Target;
        await OpenAsync(input: null);
        Assert.DoesNotContain("\"input\"", await File.ReadAllTextAsync(JournalPath, Cancel), StringComparison.Ordinal);

        Assert.Null((await OpenAsync(First)).InputWarning);
        Assert.Equal([CustomerOutcome.Created], (await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel)).Kinds);
    }

    [Fact]
    public async Task A_different_input_is_accepted_with_one_warning()
    {
        Assert.Null((await OpenAsync(First)).InputWarning);
        Assert.Null((await OpenAsync(First with { Name = "moved.csv" })).InputWarning);
        Assert.StartsWith("The journal was started with 'customers.csv', but this input is 'others.csv'.", (await OpenAsync(new("others.csv", "BB22"))).InputWarning, StringComparison.Ordinal);
        Assert.Null((await OpenAsync(new("others.csv", "BB22"))).InputWarning);
        Assert.StartsWith("'customers.csv' has changed since the journal was started.", (await OpenAsync(First with { Digest = "CC33" })).InputWarning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_are_recorded_by_number_and_error_without_any_value()
    {
        var target = Target;

        var report = await target.RunAsync(Mixed(target), JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed, CustomerOutcome.Failed, CustomerOutcome.Failed], report.Kinds);
        var refused = JournalReader.ReadLast(JournalPath).Where(entry => entry.IsRefused).ToList();
        Assert.Equal([2L, 3L, 4L], refused.Select(entry => entry.Row));
        Assert.Equal(["CustomerInvalid", "CustomerInvalid FieldUnsupported", "CustomerInvalid"], refused.Select(entry => string.Join(' ', entry.Problems)));
        var text = await File.ReadAllTextAsync(JournalPath, Cancel);
        Assert.DoesNotContain("nobody", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Calle", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_rows_that_the_last_run_refused_are_reported_as_refused()
    {
        var target = Target;
        await target.RunAsync([target.Row(1, change: draft => draft[CustomerField.Email] = "nobody")], JournalPath, OneByOne, Cancel);

        await target.RunAsync([target.Row(1)], JournalPath, OneByOne, Cancel);

        Assert.Equal(KeyState.Created, Assert.Single(JournalReader.ReadLast(JournalPath)).State);
    }

    [Fact]
    public async Task A_journal_with_refused_rows_can_be_continued()
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = OnePay(server);
        await target.RunAsync(Mixed(target), JournalPath, OneByOne, Cancel);

        var report = await target.RunAsync(target.Rows(2), JournalPath, OneByOne, Cancel);

        Assert.Equal([Answer.Id(1), Answer.Id(2)], report.Ids);
        Assert.Equal(2, server.Requests.Count(request => request.IsCreate));
    }

    [Fact]
    public async Task A_line_that_cannot_be_written_stops_the_run_and_leaves_the_journal_readable()
    {
        var target = Target;
        var options = new JournalOptions { Clock = new BreakingClock(Clock, 4) };

        RunReport report;
        await using (var journal = FileJournal.Open(JournalPath, target.Connection, options))
            report = await target.RunAsync(target.Rows(6), OneByOne with { Window = 1 }, journal, Cancel);

        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Equal(6, report.Counts.Total);
        Assert.Equal(Answer.Id(1), report.Outcomes[0].Customer!.Id);
        Assert.NotEmpty(JournalReader.ReadLast(JournalPath));
    }

    private async Task<FileJournal> OpenAsync(JournalInput? input, Dictionary<CustomerField, string>? given = null, long? rows = null)
    {
        await using var journal = FileJournal.Open(JournalPath, Target.Connection, new JournalOptions { Clock = Clock, Input = input, Given = given, Rows = rows });
        return journal;
    }

    /// <summary>A valid row, a row with an invalid address, a row with an invalid address and an unsupported field, and a row about
    /// the first row's person.</summary>
    private static PreparedDraft[] Mixed(Target target) =>
    [
        target.Row(1),
        target.Row(2, change: draft => draft[CustomerField.Email] = "nobody"),
        target.Row(3, change: draft =>
        {
            draft[CustomerField.Email] = "nobody";
            draft[CustomerField.AddressLine1] = "Calle 1";
        }),
        target.Row(4, person: 1, change: draft => draft[CustomerField.FirstName] = "Otra"),
    ];

    /// <summary>Works a number of times and then throws, in the middle of writing a line.</summary>
    private sealed class BreakingClock(TimeProvider real, int times) : TimeProvider
    {
        private int _left = times;

        public override DateTimeOffset GetUtcNow() => Interlocked.Decrement(ref _left) >= 0 ? real.GetUtcNow() : throw new InvalidOperationException("broken");
    }
}
