using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>When a run stops, what it counts, and what its errors recommend.</summary>
public sealed class RunRuleTests
{
    private const string Again = "Run the same command again, with the same journal if you use one. Rows that are done are not sent again.";

    private static readonly TestClock Clock = new();

    [Theory]
    [InlineData(PaymentErrorId.ConnectionFailed, null, true)]
    [InlineData(PaymentErrorId.RequestTimedOut, null, true)]
    [InlineData(PaymentErrorId.ProviderUnavailable, 503, true)]
    [InlineData(PaymentErrorId.ProviderUnavailable, 500, true)]
    [InlineData(PaymentErrorId.RateLimited, 429, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, null, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 302, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 401, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 408, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 409, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 423, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 425, true)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 499, true)]
    // The provider has rejected the row, so that it is available.
    [InlineData(PaymentErrorId.OutcomeUnknown, 400, false)]
    [InlineData(PaymentErrorId.OutcomeUnknown, 422, false)]
    [InlineData(PaymentErrorId.ProviderRejected, 400, false)]
    [InlineData(PaymentErrorId.CustomerInvalid, null, false)]
    public void Twenty_rows_in_a_row_stop_the_run_if_the_provider_is_not_available(PaymentErrorId id, int? status, bool stops)
    {
        using var stop = new RunStop(CancellationToken.None);
        var breaker = new CircuitBreaker(Outcomes("OnePay"), stop);

        for (var row = 1; row <= 19; row++)
            breaker.Record(Failed(id, status));
        Assert.Null(stop.Reason);
        breaker.Record(Failed(id, status));

        Assert.Equal(stops ? PaymentErrorId.ProviderUnavailable : null, stop.Reason?.Id);
        Assert.Equal(stops, stop.IsStopping);
        if (stops)
            Assert.Equal(("20 consecutive rows failed because OnePay was not available. The run stopped. Last error: It failed.", Again), (stop.Reason!.Message, stop.Reason.RecommendedAction));
    }

    [Fact]
    public void One_row_that_the_provider_answered_starts_the_count_anew()
    {
        using var stop = new RunStop(CancellationToken.None);
        var breaker = new CircuitBreaker(Outcomes("OnePay"), stop);

        for (var row = 1; row <= 39; row++)
            breaker.Record(row == 20 ? new DraftOutcome(new Draft(row), CustomerOutcome.Created, null, null) : Failed(PaymentErrorId.ConnectionFailed, null));
        Assert.Null(stop.Reason);

        breaker.Record(Failed(PaymentErrorId.ConnectionFailed, null));
        Assert.NotNull(stop.Reason);
    }

    [Fact]
    public void Failed_and_unknown_rows_count_towards_the_limit_and_no_others()
    {
        using var stop = new RunStop(CancellationToken.None);
        var limit = new ErrorLimit(2, stop);

        foreach (var outcome in Enum.GetValues<CustomerOutcome>().Where(outcome => outcome is not (CustomerOutcome.Failed or CustomerOutcome.Unknown)))
            limit.Record(Of(outcome));
        limit.Record(Of(CustomerOutcome.Failed));
        Assert.Null(stop.Reason);
        limit.Record(Of(CustomerOutcome.Unknown));

        Assert.Equal(PaymentErrorId.TooManyErrors, stop.Reason!.Id);
        Assert.Equal("Correct the rows and run the same command again: it continues where it stopped.", stop.Reason.RecommendedAction);
    }

    [Fact]
    public void The_first_reason_to_stop_counts_and_is_told_to_other_workers_unless_it_came_from_one()
    {
        var told = new List<string>();
        using var own = new RunStop(CancellationToken.None, reason => told.Add(reason.Message));
        using var other = new RunStop(CancellationToken.None, reason => told.Add(reason.Message));

        own.Stop(Error("first"));
        own.Stop(Error("second"));
        other.Stop(Error("of another"), isOfOther: true);

        Assert.Equal(["first"], told);
        Assert.Equal(("first", "of another"), (own.Reason!.Message, other.Reason!.Message));
        Assert.True(own.Stopping.IsCancellationRequested);
        Assert.True(other.Stopping.IsCancellationRequested);
        Assert.False(own.Cancelling.IsCancellationRequested);
    }

    [Fact]
    public void Rows_that_were_worked_on_are_neither_from_the_journal_nor_of_another_shard()
    {
        var counts = new RunCounts();

        counts.Add(Of(CustomerOutcome.Created));
        counts.Add(Of(CustomerOutcome.Failed));
        counts.Add(CustomerOutcome.OtherShard, 5);
        counts.Add(Outcomes("OnePay").Done(Row, new KeyRecord(KeyState.Existing, "cus_1")));

        Assert.Equal((8, 1, 2), (counts.Total, counts.FromJournal, counts.Worked));
    }

    [Theory]
    [InlineData("OnePay", false, Again)]
    [InlineData("Dots", true, Again)]
    [InlineData("Dots", false, "Run again only the rows that were not created, or add -SkipExisting (--skip-existing). Otherwise Dots creates the other customers a second time. With a journal (-JournalPath, --journal), the same command continues where it stopped.")]
    public void The_same_command_is_recommended_only_where_it_sends_no_row_twice(string provider, bool isKept, string expected)
    {
        var outcomes = Outcomes(provider, isKept);

        Assert.Equal(expected, outcomes.NotSent(Row, stopped: null).Error!.RecommendedAction);
        Assert.Equal(expected, outcomes.Repeated(Row, new KeyRecord(KeyState.Failed, null), stopped: null).Error!.RecommendedAction);
        Assert.EndsWith(expected, outcomes.Internal(Row, new InvalidOperationException()).RecommendedAction, StringComparison.Ordinal);
        Assert.NotEqual(expected, outcomes.Internal(Row, new InvalidOperationException()).RecommendedAction);
        Assert.Equal("Do this first.", outcomes.NotSent(Row, Error("stopped") with { RecommendedAction = "Do this first." }).Error!.RecommendedAction);
    }

    [Fact]
    public void A_wait_is_given_with_its_end_and_an_endless_one_without()
    {
        var outcomes = Outcomes("OnePay");
        var reason = Error("wait") with { Row = 7 };

        var brief = outcomes.AsksToWait(reason, TimeSpan.FromSeconds(300));
        var endless = outcomes.AsksToWait(reason, TimeSpan.MaxValue);

        Assert.Equal($"OnePay asked to wait 300 s. The run stopped. Run it again after {Clock.GetUtcNow().AddSeconds(300):yyyy-MM-dd HH:mm:ss'Z'}.", brief.Message);
        Assert.Equal((TimeSpan.FromSeconds(300), null, Again), (brief.RetryAfter!.Value, brief.Row, brief.RecommendedAction));
        Assert.Equal("OnePay asked to wait without a time limit. The run stopped.", endless.Message);
    }

    [Theory]
    [InlineData("It failed", "It failed. It is not known whether the customer was created.")]
    [InlineData("It failed!", "It failed! It is not known whether the customer was created.")]
    public void An_error_in_doubt_ends_with_a_sentence_about_the_customer(string message, string expected) =>
        Assert.Equal(expected, Outcomes("OnePay").Unknown(Row, Error(message)).Error!.Message);

    [Theory]
    [InlineData("es", "It failed. No se sabe si el cliente se creó.")]
    [InlineData("en", "It failed. It is not known whether the customer was created.")]
    public void An_error_in_doubt_is_in_the_language_of_the_user(string language, string expected)
    {
        using var culture = new UiCulture(language);

        Assert.Equal(expected, Outcomes("OnePay").Unknown(Row, Error("It failed.")).Error!.Message);
    }

    [Fact]
    public void A_row_that_another_worker_ended_has_that_workers_error()
    {
        var outcomes = Outcomes("OnePay");

        var rejected = outcomes.Ended(Row, Claim(KeyState.Failed, "CustomerExists"));
        var plain = outcomes.Ended(Row, Claim(KeyState.Failed, null));
        var unknown = outcomes.Ended(Row, Claim(KeyState.Unknown, null));

        Assert.Equal((CustomerOutcome.Failed, PaymentErrorId.ProviderRejected), (plain.Outcome, plain.Error!.Id));
        Assert.Equal("Row 1: another worker of this run sent this row. The row has no customer.", plain.Error.Message);
        Assert.StartsWith("The report of that worker gives the reason.", plain.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Row 1: another worker of this run sent this row. The row has no customer (CustomerExists).", rejected.Error!.Message);
        Assert.Equal((CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown), (unknown.Outcome, unknown.Error!.Id));
    }

    [Theory]
    [InlineData("00:00:00.999", false)]
    [InlineData("00:00:01", true)]
    [InlineData("24.00:00:00", true)]
    [InlineData("24.00:00:00.001", false)]
    public void A_run_may_last_from_one_second_to_24_days(string time, bool isValid) =>
        Assert.Equal(isValid, RunOptions.IsMaximumTime(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(null, "Fila 1: otro proceso de esta ejecución envió esta fila. La fila no tiene cliente.")]
    [InlineData("CustomerExists", "Fila 1: otro proceso de esta ejecución envió esta fila. La fila no tiene cliente (CustomerExists).")]
    public void A_row_that_another_worker_ended_is_described_in_Spanish_too(string? error, string expected)
    {
        using var culture = new UiCulture("es");

        Assert.Equal(expected, Outcomes("OnePay").Ended(Row, Claim(KeyState.Failed, error)).Error!.Message);
    }

    private static PreparedDraft Row => Target.OnePay(new Uri("http://127.0.0.1:9"), Clock).Row(1);

    private static Claim Claim(KeyState state, string? error) => new(ClaimKind.Ended, 1, "key-1", new KeyHash(0, 1)) { Before = new KeyRecord(state, null), Error = error };

    private static RowOutcomes Outcomes(string provider, bool isKept = false)
    {
        var address = new Uri("http://127.0.0.1:9");
        return new RowOutcomes((provider == "Dots" ? Target.Dots(address, Clock) : Target.OnePay(address, Clock)).Client, isKept);
    }

    private static PaymentError Error(string message) => new(PaymentErrorId.ConnectionFailed, message);

    private static DraftOutcome Of(CustomerOutcome outcome) => new(new Draft(1), outcome, null, null);

    private static DraftOutcome Failed(PaymentErrorId id, int? status) => new(new Draft(1), CustomerOutcome.Failed, null, new PaymentError(id, "It failed.") { Status = status });
}
