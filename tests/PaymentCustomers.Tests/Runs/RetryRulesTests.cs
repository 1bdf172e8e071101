using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

public sealed class RetryRulesTests
{
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(250);

    private static readonly (string Name, TimeSpan? Value)[] Waits =
    [
        ("absent", null),
        ("0", TimeSpan.Zero),
        ("1", TimeSpan.FromSeconds(1)),
        ("120", TimeSpan.FromSeconds(120)),
        ("121", TimeSpan.FromSeconds(121)),
        ("huge", TimeSpan.MaxValue),
    ];

    // For each event, the name of the rule that applies: to requests that create nothing, to a create with a key, and to a create
    // without one.
    private static readonly (string Happening, string Other, string WithKey, string WithoutKey)[] Table =
    [
        ("NotConnected", "again", "again", "again"),
        ("ConnectionLost", "repeat", "repeat", "look2"),
        ("TimedOut", "repeat", "repeat", "look5"),
        ("200 understood", "done", "done", "done"),
        ("201 understood", "done", "done", "done"),
        ("204 understood", "done", "done", "done"),
        ("200 unreadable", "repeat", "repeat", "look2"),
        ("201 unreadable", "repeat", "repeat", "look2"),
        ("200 another", "repeat", "fail", "look2"),
        ("100", "fail", "fail", "look2"),
        ("103", "fail", "fail", "look2"),
        ("301", "fail", "fail", "look2"),
        ("302", "fail", "fail", "look2"),
        ("303", "fail", "fail", "look2"),
        ("307", "fail", "fail", "look2"),
        ("400", "fail", "fail", "fail"),
        ("401 credential", "stop", "stop", "stop"),
        ("401 business", "fail", "fail", "fail"),
        ("403", "fail", "fail", "fail"),
        ("404", "fail", "fail", "fail"),
        ("408", "repeat", "repeat", "look5"),
        ("409", "fail", "repeat", "look2"),
        ("419", "fail", "fail", "fail"),
        ("422", "fail", "fail", "fail"),
        ("423", "fail", "repeat", "look2"),
        ("425", "fail", "repeat", "look2"),
        ("429", "wait", "wait", "wait"),
        ("499", "fail", "fail", "look2"),
        ("500", "repeat", "repeat", "look2"),
        ("502", "repeat", "repeat", "look2"),
        ("503", "repeat", "repeat", "look2"),
        ("504", "repeat", "repeat", "look5"),
        ("599", "repeat", "repeat", "look2"),
    ];

    // For each rule, the decision for each Retry-After in the order above: while attempts are left, and when none is left. B stands
    // for the backoff.
    private static readonly Dictionary<string, (string[] Left, string[] None)> Expected = new()
    {
        ["done"] = (Same("Done 0"), Same("Done 0")),
        ["fail"] = (Same("Fail 0"), Same("Fail 0")),
        ["stop"] = (Same("StopRun 0"), Same("StopRun 0")),
        ["again"] = (Same("Retry B"), Same("Fail 0")),
        ["wait"] = (
            ["Retry B all", "Retry B all", "Retry 1 all", "Retry 120 all", "StopRun 121", "StopRun max"],
            ["Fail B all", "Fail B all", "Fail 1 all", "Fail 120 all", "StopRun 121", "StopRun max"]),
        ["repeat"] = (
            ["Retry B", "Retry B all", "Retry 1 all", "Retry 120 all", "StopRun 121", "StopRun max"],
            ["Fail 0", "Fail B all", "Fail 1 all", "Fail 120 all", "StopRun 121", "StopRun max"]),
        ["look2"] = Look("2"),
        ["look5"] = Look("5"),
    };

    public static TheoryData<string, string, bool> Cases => [.. from happening in Table
                                                                from operation in Enum.GetValues<ProviderOperation>()
                                                                from honoursKey in new[] { true, false }
                                                                select (happening.Happening, operation.ToString(), honoursKey)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_event_is_decided_as_the_table_says(string happening, string operation, bool honoursKey)
    {
        var row = Table.Single(row => row.Happening == happening);
        var asked = Enum.Parse<ProviderOperation>(operation);
        var rule = asked switch
        {
            ProviderOperation.Create => honoursKey ? row.WithKey : row.WithoutKey,
            // Making the same change twice has the same result.
            ProviderOperation.Update => row.WithKey,
            _ => row.Other,
        };

        Assert.Equal(Expected[rule].Left, Waits.Select(wait => Show(Ask(happening, asked, honoursKey, wait.Value, left: 3))));
        Assert.Equal(Expected[rule].None, Waits.Select(wait => Show(Ask(happening, asked, honoursKey, wait.Value, left: 0))));
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 1_000)]
    [InlineData(3, 2_000)]
    [InlineData(4, 4_000)]
    [InlineData(5, 8_000)]
    [InlineData(6, 16_000)]
    [InlineData(7, 30_000)]
    [InlineData(8, 30_000)]
    [InlineData(1_000_000, 30_000)]
    public void The_backoff_doubles_up_to_30_seconds_and_half_of_it_is_random(int attemptsMade, int milliseconds)
    {
        var whole = TimeSpan.FromMilliseconds(milliseconds);

        Assert.Equal(whole / 2, Delay(jitter: 0));
        Assert.Equal(whole * 0.75, Delay(jitter: 0.5));
        Assert.Equal(whole, Delay(jitter: 1));

        TimeSpan Delay(double jitter) => RetryRules.Decide(new RetryQuestion(
            ProviderOperation.List, false, false, AttemptKind.NotConnected, 0, true, false, false, null, null, attemptsMade, 1, jitter)).Delay;
    }

    [Fact]
    public void A_wait_of_two_minutes_is_accepted_and_a_longer_one_stops_the_run()
    {
        Assert.Equal(NextStep.Retry, Ask("429", ProviderOperation.Create, true, RetryRules.LongestWait, 1).Step);
        Assert.Equal(NextStep.StopRun, Ask("429", ProviderOperation.Create, true, RetryRules.LongestWait + TimeSpan.FromTicks(1), 1).Step);
    }

    [Theory]
    [InlineData("500", false, "Fail 0")]
    [InlineData("500", true, "Retry B")]
    [InlineData("409", false, "Fail 0")]
    [InlineData("400", true, "Retry B")]
    [InlineData("400", false, "Fail 0")]
    [InlineData("401 credential", true, "StopRun 0")]
    [InlineData("ConnectionLost", null, "Retry B")]
    [InlineData("302", true, "Fail 0")]
    [InlineData("200 understood", true, "Done 0")]
    [InlineData("200 understood", false, "Done 0")]
    [InlineData("429", false, "Fail B all")]
    [InlineData("400", null, "Fail 0")]
    public void The_providers_advice_decides_whether_a_refused_request_is_sent_again(string happening, bool? shouldRetry, string expected) =>
        Assert.Equal(expected, Show(Ask(happening, ProviderOperation.Create, honoursKey: true, retryAfter: null, left: 3, shouldRetry)));

    [Fact]
    public void Advice_to_retry_is_followed_while_attempts_are_left_and_not_before_Retry_After_is_over()
    {
        Assert.Equal("Fail 0", Show(Ask("400", ProviderOperation.Create, honoursKey: true, null, left: 0, shouldRetry: true)));
        Assert.Equal("Retry 7", Show(Ask("400", ProviderOperation.Create, honoursKey: true, TimeSpan.FromSeconds(7), left: 1, shouldRetry: true)));
        Assert.Equal("StopRun 121", Show(Ask("400", ProviderOperation.Create, honoursKey: true, TimeSpan.FromSeconds(121), left: 1, shouldRetry: true)));
    }

    [Fact]
    public void Advice_not_to_retry_still_makes_the_other_rows_wait_for_Retry_After()
    {
        Assert.Equal("Fail 60 all", Show(Ask("429", ProviderOperation.Create, honoursKey: true, TimeSpan.FromSeconds(60), left: 3, shouldRetry: false)));
        Assert.Equal("Fail 60 all", Show(Ask("503", ProviderOperation.Create, honoursKey: true, TimeSpan.FromSeconds(60), left: 3, shouldRetry: false)));
    }

    [Theory]
    [InlineData("500", "Reconcile 2")]
    [InlineData("599", "Reconcile 2")]
    [InlineData("408", "Reconcile 2")]
    [InlineData("409", "Reconcile 2")]
    [InlineData("423", "Reconcile 2")]
    [InlineData("425", "Reconcile 2")]
    [InlineData("200 unreadable", "Reconcile 2")]
    // The provider refuses these requests before it processes them.
    [InlineData("429", "Fail B all")]
    [InlineData("400", "Fail 0")]
    [InlineData("200 understood", "Done 0")]
    public void A_create_that_must_not_be_retried_is_searched_for_where_the_list_shows_keys(string happening, string expected) =>
        Assert.Equal(expected, Show(Ask(happening, ProviderOperation.Create, honoursKey: true, null, left: 3, shouldRetry: false, showsKey: true)));

    [Fact]
    public void Only_a_create_with_attempts_left_is_searched_for_and_only_where_the_list_shows_keys()
    {
        Assert.Equal("Fail 0", Show(Ask("500", ProviderOperation.Create, honoursKey: true, null, left: 0, shouldRetry: false, showsKey: true)));
        Assert.Equal("Fail 0", Show(Ask("500", ProviderOperation.Update, honoursKey: true, null, left: 3, shouldRetry: false, showsKey: true)));
        Assert.Equal("Fail 0", Show(Ask("500", ProviderOperation.Create, honoursKey: true, null, left: 3, shouldRetry: false, showsKey: false)));
    }

    [Fact]
    public void The_longest_time_of_a_request_is_its_timeout_plus_the_settling_time() =>
        Assert.Equal(TimeSpan.FromSeconds(35), RetryRules.LongestRequest(TimeSpan.FromSeconds(30)));

    private static RetryDecision Ask(
        string happening, ProviderOperation operation, bool honoursKey, TimeSpan? retryAfter, int left, bool? shouldRetry = null, bool showsKey = false)
    {
        var words = happening.Split(' ');
        var isAnswer = int.TryParse(words[0], out var status);
        return RetryRules.Decide(new RetryQuestion(
            operation,
            honoursKey,
            ShowsKey: showsKey,
            isAnswer ? AttemptKind.Answered : Enum.Parse<AttemptKind>(words[0]),
            status,
            words[^1] is not ("unreadable" or "another"),
            words[^1] == "another",
            words[^1] == "credential",
            shouldRetry,
            retryAfter,
            AttemptsMade: 1,
            left,
            Jitter: 0));
    }

    private static string Show(RetryDecision decision)
    {
        var delay = decision.Delay == TimeSpan.MaxValue ? "max"
            : decision.Delay == Backoff ? "B"
            : $"{decision.Delay.TotalSeconds}";
        return $"{decision.Step} {delay}{(decision.HoldsAll ? " all" : "")}";
    }

    private static string[] Same(string decision) => [.. Waits.Select(_ => decision)];

    private static (string[] Left, string[] None) Look(string settle)
    {
        string[] expected = [$"Reconcile {settle}", $"Reconcile {settle} all", $"Reconcile {settle} all", "Reconcile 120 all", "StopRun 121", "StopRun max"];
        return (expected, expected);
    }

    // Whether the row is in doubt after the attempt, if it was not in doubt before, and if it was.
    [Theory]
    [InlineData(nameof(AttemptKind.NotConnected), 0, true, false, true)]
    [InlineData(nameof(AttemptKind.ConnectionLost), 0, true, true, true)]
    [InlineData(nameof(AttemptKind.TimedOut), 0, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 201, true, false, false)]
    [InlineData(nameof(AttemptKind.Answered), 201, false, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 302, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 400, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 401, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 403, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 404, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 408, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 409, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 422, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 103, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 423, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 425, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 499, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 429, true, false, true)]
    [InlineData(nameof(AttemptKind.Answered), 500, true, true, true)]
    [InlineData(nameof(AttemptKind.Answered), 504, true, true, true)]
    public void A_row_stays_in_doubt_until_an_answer_settles_it(string kind, int status, bool isUnderstood, bool without, bool with)
    {
        Assert.Equal(without, RetryRules.IsInDoubt(before: false, Enum.Parse<AttemptKind>(kind), status, isUnderstood));
        Assert.Equal(with, RetryRules.IsInDoubt(before: true, Enum.Parse<AttemptKind>(kind), status, isUnderstood));
    }
}
