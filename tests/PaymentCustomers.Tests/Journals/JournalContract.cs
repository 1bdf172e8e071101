using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Journals;

/// <summary>What every kind of journal guarantees.</summary>
public abstract class JournalContract : RunTest
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private protected static readonly JournalOptions Plain = new();

    /// <summary>Opens the journal of the test for a run with this connection.</summary>
    private protected abstract Task<IJournal> OpenAsync(PaymentConnection connection, JournalOptions options);

    /// <summary>Ends a journal as if its process had been killed.</summary>
    private protected abstract Task CrashAsync(IJournal journal);

    [Fact]
    public async Task A_new_row_is_claimed_by_the_run_and_recorded_before_it_is_sent()
    {
        await using var journal = await OpenAsync(Connection(), Plain);

        var claim = await journal.ClaimAsync(1, "key-1");
        journal.Hurry();
        await claim.Recorded.WaitAsync(Patience, Cancel);

        Assert.Equal((ClaimKind.Mine, 1, "key-1", KeyState.None), (claim.Kind, claim.Row, claim.Key, claim.Before.State));
        Assert.Null(journal.Failure);
    }

    [Fact]
    public async Task A_repeated_row_is_marked_as_taken_and_gets_the_outcome_of_the_first()
    {
        await using var journal = await OpenAsync(Connection(), Plain);
        var first = await journal.ClaimAsync(1, "key-1");
        var second = await journal.ClaimAsync(2, "key-1");
        journal.Note(first, KeyState.Created, Id);

        Assert.Equal(ClaimKind.Taken, second.Kind);
        Assert.Equal(new KeyRecord(KeyState.Created, Id), journal.Recall(second));
    }

    [Fact]
    public async Task A_customer_can_belong_to_one_row_only()
    {
        await using var journal = await OpenAsync(Connection(), Plain);

        Assert.True(journal.TryOwn(Id));
        Assert.False(journal.TryOwn(Id));
    }

    [Theory]
    [InlineData(nameof(KeyState.Created), Id, nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Existing), "not a uuid", nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Updated), Id, nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Failed), null, nameof(ClaimKind.Mine))]
    [InlineData(nameof(KeyState.Withdrawn), null, nameof(ClaimKind.Mine))]
    [InlineData(nameof(KeyState.Unknown), null, nameof(ClaimKind.MineInDoubt))]
    public async Task A_later_run_knows_the_outcome_of_a_row(string noted, string? id, string kind)
    {
        var (state, expected) = (Enum.Parse<KeyState>(noted), Enum.Parse<ClaimKind>(kind));
        bool isKept;
        await using (var journal = await OpenAsync(Connection(), Plain))
        {
            isKept = journal.IsKept;
            journal.Note(await journal.ClaimAsync(1, "key-1"), state, id);
        }

        await using var later = await OpenAsync(Connection(), Plain);
        var claim = await later.ClaimAsync(7, "key-1");

        Assert.Equal(isKept ? expected : ClaimKind.Mine, claim.Kind);
        Assert.Equal(isKept, later.IsContinued);
        if (isKept)
            Assert.Equal(new KeyRecord(state == KeyState.Unknown && claim.IsTakenOver ? KeyState.Unknown : state, id), claim.Before);
        Assert.Equal(isKept && state == KeyState.Created ? ["key-1"] : [], later.SomeCreated);
    }

    // A stopped run looks at its remaining rows and reports what the journal knows of them. They may be sent again without the journal.
    [Theory]
    [InlineData(nameof(KeyState.Created), Id, nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Existing), "not a uuid", nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Updated), Id, nameof(ClaimKind.Done))]
    [InlineData(nameof(KeyState.Failed), null, nameof(ClaimKind.Mine))]
    [InlineData(nameof(KeyState.Withdrawn), null, nameof(ClaimKind.Mine))]
    [InlineData(nameof(KeyState.Unknown), null, nameof(ClaimKind.MineInDoubt))]
    public async Task A_look_shows_the_outcome_of_a_row_in_an_earlier_run_and_does_not_claim_the_row(string noted, string? id, string kind)
    {
        var (state, expected) = (Enum.Parse<KeyState>(noted), Enum.Parse<ClaimKind>(kind));
        bool isKept;
        await using (var journal = await OpenAsync(Connection(), Plain))
        {
            isKept = journal.IsKept;
            journal.Note(await journal.ClaimAsync(1, "key-1"), state, id);
        }

        await using var later = await OpenAsync(Connection(), Plain);
        var looks = await Task.WhenAll(
            later.LookAsync(7, "key-1").AsTask(), later.LookAsync(8, "key-1").AsTask(), later.LookAsync(9, "another").AsTask());

        Assert.All(looks[..2], look => Assert.Equal((isKept ? expected : ClaimKind.Mine, "key-1"), (look.Kind, look.Key)));
        Assert.Equal([7L, 8L, 9L], looks.Select(look => look.Row));
        if (isKept)
            Assert.Equal(id, looks[0].Before.Id);
        Assert.Equal(ClaimKind.Mine, looks[2].Kind);
        // The look has not claimed these rows.
        Assert.Equal(looks[0].Kind, (await later.ClaimAsync(7, "key-1")).Kind);
        Assert.Equal(ClaimKind.Mine, (await later.ClaimAsync(9, "another")).Kind);
    }

    [Fact]
    public async Task A_look_shows_that_a_row_is_taken_by_this_run_and_its_outcome()
    {
        await using var journal = await OpenAsync(Connection(), Plain);
        journal.Note(await journal.ClaimAsync(1, "key-1"), KeyState.Created, Id);

        var look = await journal.LookAsync(2, "key-1");

        Assert.Equal(ClaimKind.Taken, look.Kind);
        Assert.Equal(new KeyRecord(KeyState.Created, Id), journal.Recall(look));
    }

    [Fact]
    public async Task A_look_shows_that_a_row_is_in_doubt_if_the_process_was_killed_after_its_start()
    {
        var journal = await OpenAsync(Connection(), Plain);
        var isKept = journal.IsKept;
        var claim = await journal.ClaimAsync(1, "key-1");
        journal.Hurry();
        await claim.Recorded.WaitAsync(Patience, Cancel);
        await CrashAsync(journal);

        await using var later = await OpenAsync(Connection(), Plain);

        Assert.Equal(isKept ? ClaimKind.MineInDoubt : ClaimKind.Mine, (await later.LookAsync(1, "key-1")).Kind);
    }

    [Fact]
    public async Task A_row_that_was_started_when_the_process_was_killed_is_in_doubt()
    {
        var journal = await OpenAsync(Connection(), Plain);
        var isKept = journal.IsKept;
        var claim = await journal.ClaimAsync(1, "key-1");
        journal.Hurry();
        await claim.Recorded.WaitAsync(Patience, Cancel);
        await CrashAsync(journal);

        await using var later = await OpenAsync(Connection(), Plain);

        Assert.Equal(isKept ? ClaimKind.MineInDoubt : ClaimKind.Mine, (await later.ClaimAsync(1, "key-1")).Kind);
    }

    [Fact]
    public async Task A_journal_belongs_to_one_provider_environment_and_account()
    {
        bool isKept;
        await using (var journal = await OpenAsync(Connection(), Plain))
            isKept = journal.IsKept;
        if (!isKept)
            return;

        foreach (var other in new[] { Connection(dots: false), Connection(account: "other"), Connection(environment: PaymentEnvironment.Production) })
        {
            var error = (await Assert.ThrowsAsync<PaymentException>(() => OpenAsync(other, Plain))).Error;
            Assert.Equal(PaymentErrorId.JournalMismatch, error.Id);
        }
    }

    [Fact]
    public async Task A_run_with_other_values_for_all_rows_than_an_earlier_run_is_detected()
    {
        bool isKept;
        await using (var journal = await OpenAsync(Connection(), Given("true")))
        {
            isKept = journal.IsKept;
            Assert.False(journal.HasOtherValues);
        }

        await using (var same = await OpenAsync(Connection(), Given("true")))
            Assert.False(same.HasOtherValues);
        await using (var other = await OpenAsync(Connection(), Given("false")))
            Assert.Equal(isKept, other.HasOtherValues);

        static JournalOptions Given(string value) => new() { Given = new Dictionary<CustomerField, string> { [CustomerField.EnableNotifications] = value } };
    }

    [Fact]
    public async Task A_run_with_an_input_that_no_earlier_run_had_gets_a_warning()
    {
        bool isKept;
        await using (var journal = await OpenAsync(Connection(), Of("customers.csv", "AA11")))
        {
            isKept = journal.IsKept;
            Assert.Null(journal.InputWarning);
        }

        await using (var moved = await OpenAsync(Connection(), Of("moved.csv", "AA11")))
            Assert.Null(moved.InputWarning);
        await using (var changed = await OpenAsync(Connection(), Of("customers.csv", "CC33")))
            Assert.Equal(isKept, changed.InputWarning?.StartsWith("'customers.csv' has changed since the journal was started.", StringComparison.Ordinal) == true);
        await using (var other = await OpenAsync(Connection(), Of("others.csv", "BB22")))
            Assert.Equal(isKept, other.InputWarning?.StartsWith("The journal was started with 'customers.csv', but this input is 'others.csv'.", StringComparison.Ordinal) == true);
        await using (var unknown = await OpenAsync(Connection(), Plain))
            Assert.Null(unknown.InputWarning);

        static JournalOptions Of(string name, string digest) => new() { Input = new JournalInput(name, digest) };
    }

    [Fact]
    public async Task A_claim_contains_the_time_at_which_the_journal_was_started()
    {
        await using (var journal = await OpenAsync(Connection(), Plain))
            await journal.ClaimAsync(1, "key-1");
        await using var later = await OpenAsync(Connection(), Plain);

        var claim = await later.ClaimAsync(1, "key-1");

        if (later.IsKept)
            Assert.InRange(claim.Begun!.Value, TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(10), TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1));
        else
            Assert.Null(claim.Begun);
    }

    [Fact]
    public async Task A_run_creates_each_row_once_and_a_second_run_takes_all_rows_from_the_journal()
    {
        SkipWaits();
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(100).Append(target.Row(101, person: 5)).ToList();

        RunReport first, second;
        bool isKept;
        await using (var journal = await OpenAsync(target.Connection, Plain))
        {
            isKept = journal.IsKept;
            first = await target.RunAsync(rows, journal: journal, cancellation: Cancel);
        }

        await using (var journal = await OpenAsync(target.Connection, Plain))
            second = await target.RunAsync(isKept ? rows : [], journal: journal, cancellation: Cancel);

        Assert.Null(first.Stopped);
        Assert.Equal(Enumerable.Range(1, 101).Select(row => (long)row), first.Rows);
        Assert.Equal((100, 1), (first.Counts[CustomerOutcome.Created], first.Counts[CustomerOutcome.Duplicate]));
        Assert.Equal(100, emulator.Store.CountOf(PaymentCustomers.Emulator.EmulatedProvider.Dots));
        if (!isKept)
            return;
        Assert.Equal(first.Ids, second.Ids);
        Assert.Equal(100, second.Counts.FromJournal);
    }

    private protected static PaymentConnection Connection(bool dots = true, string? account = null, PaymentEnvironment? environment = null) => dots
        ? Target.Dots(new Uri("http://127.0.0.1:9"), TimeProvider.System, account: account, environment: environment).Connection
        : Target.OnePay(new Uri("http://127.0.0.1:9"), TimeProvider.System).Connection;
}
