using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>An exception in one row becomes that row's error and stops the run. No other row is lost.</summary>
public sealed class BrokenRowTests : RunTest
{
    private const string Words = "thrown for ana@example.com with " + Target.OnePaySecret;

    private readonly Faults _faults = new();

    [Fact]
    public async Task An_exception_while_a_row_is_formatted_fails_only_that_row_and_stops_the_run()
    {
        _faults.Write = email => email == "row3@example.com";

        var (report, server) = await RunAsync(rows: 6, OneByOne with { Window = 1 });

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Failed, .. NotSent(3)], report.Kinds);
        Assert.Equal(2, server.Requests.Count);
        CheckError(report.Outcomes[2].Error!, row: 3, PaymentErrorId.InternalError);
        CheckError(report.Stopped!, row: 3, PaymentErrorId.InternalError);
        Assert.Equal((6, 1, 3), (report.Counts.Total, report.Counts[CustomerOutcome.Failed], report.Counts[CustomerOutcome.NotSent]));
        var refused = Assert.Single(JournalReader.ReadLast(JournalPath), entry => entry.IsRefused);
        Assert.Equal((3, "InternalError"), (refused.Row, Assert.Single(refused.Problems)));
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("explain")]
    [InlineData("log")]
    public async Task An_exception_after_the_request_was_sent_makes_the_row_unknown(string where)
    {
        var server = Serve(request => request switch
        {
            { Person: 3 } when where == "explain" => Answer.Json(422, "{}"),
            // A text with an escape sequence is decoded at once.
            { Person: 3 } => Answer.Json($$"""{"id":"{{Answer.Id(3)}}","first_name":"\ud83d\ude00"}"""),
            _ => Answer.Customer(request.Person),
        });
        _faults.Read = where == "parse";
        _faults.Explain = where == "explain";
        _faults.Log = line => where == "log" && server.Requests.Count == 3 && line.Contains("POST", StringComparison.Ordinal);

        var (report, _) = await RunAsync(rows: 6, OneByOne, server);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Unknown, .. NotSent(3)], report.Kinds);
        Assert.Equal(3, server.Requests.Count);
        CheckError(report.Outcomes[2].Error!, row: 3, PaymentErrorId.OutcomeUnknown);
        CheckError(report.Stopped!, row: 3, PaymentErrorId.InternalError);
        Assert.Equal(
            [KeyState.Created, KeyState.Created, KeyState.Unknown],
            JournalReader.ReadLast(JournalPath).Where(entry => entry.State != KeyState.Withdrawn).Select(entry => entry.State));
    }

    [Fact]
    public async Task Requests_under_way_are_completed_when_another_row_throws()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Person == 3)
                return Answer.Json(422, "{}");
            if (request.Person > 1)
                await stopped.Task;
            return Answer.Customer(request.Person);
        });
        _faults.Explain = true;
        var target = Faulty(server);
        await using var run = new CustomerRun(target.Client, new RunOptions { ThrottleLimit = 4 }, journal: null, Cancel);
        run.Submit(target.Row(1));
        await run.WaitAsync().WaitAsync(Patience, Cancel);
        var outcomes = new List<DraftOutcome>();
        foreach (var row in Enumerable.Range(2, 19))
        {
            if (run.TryTake(out var first))
                outcomes.Add(first);
            run.Submit(target.Row(row));
        }

        while (run.Stopped is null)
            await Task.Yield();
        stopped.SetResult();
        while (run.Outstanding > 0)
        {
            await run.WaitAsync().WaitAsync(Patience, Cancel);
            if (run.TryTake(out var outcome))
                outcomes.Add(outcome);
        }

        Assert.Equal(Enumerable.Range(1, 20), outcomes.Select(outcome => (int)outcome.Draft.Row));
        Assert.Equal([3L], outcomes.Where(outcome => outcome.Outcome == CustomerOutcome.Unknown).Select(outcome => outcome.Draft.Row));
        Assert.Equal(server.Requests.Count - 1, run.Counts[CustomerOutcome.Created]);
        Assert.Equal(20 - server.Requests.Count, run.Counts[CustomerOutcome.NotSent]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_while_the_journal_claims_a_row_stops_the_run_before_the_row_is_sent(bool isLate)
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        var journal = new FaultyJournal { Claim = row => row == 3, IsLate = isLate };

        var report = await target.RunAsync(target.Rows(6), OneByOne with { Window = 1 }, journal, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Failed, .. NotSent(3)], report.Kinds);
        CheckError(report.Stopped!, row: 3, PaymentErrorId.InternalError);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_row_whose_outcome_cannot_be_written_to_the_journal_stays_created_and_stops_the_run()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        var journal = new FaultyJournal { Note = row => row == 3 };

        var report = await target.RunAsync(target.Rows(6), OneByOne with { Window = 1 }, journal, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Created, .. NotSent(3)], report.Kinds);
        Assert.Equal(Answer.Id(3), report.Outcomes[2].Customer!.Id);
        CheckError(report.Stopped!, row: 3, PaymentErrorId.InternalError);
    }

    [Fact]
    public async Task A_row_in_doubt_from_an_earlier_run_stays_in_doubt_when_the_program_throws()
    {
        var server = Serve(request => Answer.Reset);
        var target = OnePay(server);
        SkipWaits();
        await target.RunAsync(target.Rows(1), JournalPath, OneByOne with { MaximumRetryCount = 0 }, Cancel);
        _faults.Log = line => line.Contains("GET", StringComparison.Ordinal);

        var (report, _) = await RunAsync(rows: 1, OneByOne, Serve(_ => Answer.NoCustomers));

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(PaymentErrorId.InternalError, report.Stopped!.Id);
        // The journal says that the row was started again and nothing after it, so that the next run searches first, as this one
        // did.
        Assert.Equal(KeyState.Started, Assert.Single(JournalReader.ReadLast(JournalPath)).State);
    }

    [Fact]
    public async Task A_log_that_throws_during_a_search_of_the_list_leaves_no_row_waiting()
    {
        SkipWaits();
        var server = Serve(request => request.Number == 1 ? Answer.Reset : request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        _faults.Log = line => line.StartsWith("Looking", StringComparison.Ordinal);
        var target = new Target(PaymentProviders.Get("Dots"), Dots(server).Connection, Clock, log: _faults);

        var report = await target.RunAsync(target.Rows(3), OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown, CustomerOutcome.Created, CustomerOutcome.Created], report.Kinds);
    }

    private static IEnumerable<CustomerOutcome> NotSent(int count) => Enumerable.Repeat(CustomerOutcome.NotSent, count);

    private static void CheckError(PaymentError error, long row, PaymentErrorId id)
    {
        Assert.Equal((id, row), (error.Id, error.Row));
        Assert.StartsWith($"Row {row}: PaymentCustomers had an internal error on this row (", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.com", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Target.OnePaySecret, error.Message, StringComparison.Ordinal);
    }

    private async Task<(RunReport Report, ScriptedServer Server)> RunAsync(int rows, RunOptions options, ScriptedServer? server = null)
    {
        server ??= Serve(request => Answer.Customer(request.Person));
        var target = Faulty(server);
        return (await target.RunAsync(target.Rows(rows), JournalPath, options, Cancel), server);
    }

    private Target Faulty(ScriptedServer server)
    {
        var real = PaymentProviders.Get("OnePay");
        var provider = new PaymentProvider
        {
            Name = real.Name,
            Capabilities = real.Capabilities,
            Access = real.Access,
            Format = new FaultyFormat(real.Format, _faults),
            Listing = real.Listing,
            Errors = new FaultyErrors(_faults),
        };
        return new Target(provider, OnePay(server).Connection, Clock, log: _faults);
    }

    /// <summary>The places where an exception is thrown, and the log that throws.</summary>
    private sealed class Faults : IEngineLog
    {
        public Predicate<string?>? Write { get; set; }

        public bool Read { get; set; }

        public bool Explain { get; set; }

        public Predicate<string>? Log { get; set; }

        public bool WantsDebug => false;

        public void Verbose(string message)
        {
            if (Log?.Invoke(message) == true)
                throw new InvalidOperationException(Words);
        }

        public void Debug(string message)
        {
        }
    }

    private sealed class FaultyFormat(CustomerFormat real, Faults faults) : CustomerFormat(real.Fields)
    {
        public override string MediaType => real.MediaType;

        public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check) => real.Refine(values, problems, check);

        public override byte[] Write(string?[] values) => faults.Write?.Invoke(values[(int)CustomerField.Email]) == true
            // The format does not know the secret, so that its message cannot contain it.
            ? throw new FormatException("thrown for ana@example.com")
            : real.Write(values);

        public override void Complete(CustomerContent customer)
        {
            if (faults.Read)
                throw new InsufficientMemoryException(Words);
        }
    }

    private sealed class FaultyErrors(Faults faults) : ErrorFormat
    {
        public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
            faults.Explain ? throw new NotSupportedException(Words) : null;
    }

    private sealed class FaultyJournal : IJournal
    {
        private readonly MemoryJournal _real = new();

        public Predicate<long>? Claim { get; init; }

        public Predicate<long>? Note { get; init; }

        public bool IsLate { get; init; }

        public bool IsKept => true;

        public bool IsContinued => false;

        public IReadOnlyCollection<string> SomeCreated => [];

        public PaymentException? Failure => null;

        public async ValueTask<Claim> ClaimAsync(long row, string key)
        {
            if (IsLate)
                await Task.Yield();
            return Claim?.Invoke(row) == true ? throw new InvalidOperationException(Words) : await _real.ClaimAsync(row, key);
        }

        public ValueTask<Claim> LookAsync(long row, string key) => _real.LookAsync(row, key);

        public KeyRecord Recall(Claim claim) => _real.Recall(claim);

        public bool TryOwn(string id) => _real.TryOwn(id);

        void IJournal.Note(Claim claim, KeyState state, string? id, PaymentError? error)
        {
            if (Note?.Invoke(claim.Row) == true)
                throw new InvalidOperationException(Words);
            ((IJournal)_real).Note(claim, state, id, error);
        }

        public void NoteRefused(long row, PaymentError error) => _real.NoteRefused(row, error);

        public void Hurry() => _real.Hurry();

        public ValueTask DisposeAsync() => _real.DisposeAsync();
    }
}
