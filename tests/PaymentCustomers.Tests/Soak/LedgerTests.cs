using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Soak;

/// <summary>Differences that the comparison of the soak must find.</summary>
public sealed class LedgerTests
{
    private readonly Ledger _ledger;
    private readonly List<Stored> _stored;

    public LedgerTests()
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest("OnePay") { Credential = new ProviderCredential(null, "sk_test_soak") });
        // So few rows contain no repeated and no invalid one.
        _ledger = new Ledger(new SoakRows("OnePay", count: 4, seed: 1), connection);
        _stored = [.. _ledger.Drafts.Select((draft, index) => new Stored(
            $"id {index}",
            draft.Key,
            draft.Draft[CustomerField.Email],
            draft.Draft[CustomerField.FirstName],
            draft.Draft[CustomerField.LastName],
            draft.Draft[CustomerField.DocumentNumber]))];
    }

    [Fact]
    public void Customers_stored_as_reported_have_no_difference() => Assert.Equal((0, 0, 0), Compare(Created()));

    [Fact]
    public void A_missing_customer_counts_as_lost()
    {
        _stored.RemoveAt(2);

        Assert.Equal((1, 0, 0), Compare(Created()));
    }

    [Fact]
    public void A_customer_with_another_id_counts_as_lost() =>
        Assert.Equal((2, 0, 0), Compare([.. Created().Select(outcome => outcome with { Id = outcome.Row > 2 ? "id 0" : outcome.Id })]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_customer_of_a_row_counts_as_created_twice_whatever_its_key(bool hasSameKey)
    {
        _stored.Add(_stored[0] with { Id = "id 9", Key = hasSameKey ? _stored[0].Key : "another" });

        Assert.Equal((0, 1, hasSameKey ? 0 : 1), Compare(Created()));
    }

    [Fact]
    public void A_failed_row_with_a_stored_customer_counts_as_unaccounted() =>
        Assert.Equal((0, 0, 1), Compare(Changed(CustomerOutcome.Failed)));

    [Fact]
    public void The_outcome_Unknown_never_counts_as_a_difference() =>
        Assert.Equal((0, 0, 0), Compare(Changed(CustomerOutcome.Unknown)));

    [Fact]
    public void The_outcome_Existing_is_correct_only_if_an_earlier_run_may_have_created_the_customer()
    {
        var outcomes = Created();
        outcomes[1] = outcomes[1] with { Outcome = CustomerOutcome.Existing };

        Assert.Equal((0, 0, 1), Compare(outcomes));
        Assert.Equal((0, 0, 0), Compare(outcomes));
    }

    [Fact]
    public void A_row_without_an_outcome_counts_as_unaccounted() => Assert.Equal((0, 0, 1), Compare(Created()[..3]));

    [Fact]
    public void Rows_that_a_stopped_run_did_not_read_or_not_send_are_not_counted_but_all_others_are()
    {
        var outcomes = Created();
        outcomes[1] = outcomes[1] with { Outcome = CustomerOutcome.NotSent, Id = null };
        outcomes[2] = outcomes[2] with { Outcome = CustomerOutcome.Failed, Id = null };

        Assert.Equal((0, 0, 1), Compare(outcomes[..3], isComplete: false));
    }

    [Fact]
    public void Rows_returned_out_of_order_count_as_unaccounted()
    {
        var created = Created();

        Assert.Equal((0, 0, 3), Compare([created[0], created[2], created[1], created[3]]));
    }

    [Fact]
    public void A_customer_without_a_row_counts_as_unaccounted()
    {
        _stored.Add(new Stored("id 9", "key 9", "nobody@example.com", "No", "Body", "9"));

        Assert.Equal((0, 0, 1), Compare(Created()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("x", 1)]
    public void The_name_of_a_provider_with_one_name_is_compared_with_the_first_and_last_name(string more, int unaccounted)
    {
        _stored[0] = _stored[0] with { FirstName = null, LastName = null, WholeName = $"{_stored[0].FirstName} {_stored[0].LastName}{more}" };

        Assert.Equal((0, 0, unaccounted), Compare(Created()));
    }

    private (int Lost, int Twice, int Unaccounted) Compare(RowOutcome[] outcomes, bool isComplete = true)
    {
        _ledger.Begin();
        foreach (var outcome in outcomes)
            _ledger.Add(outcome);
        var findings = _ledger.Compare(_stored, isComplete);
        return (findings.Lost, findings.Twice, findings.Unaccounted);
    }

    private RowOutcome[] Changed(CustomerOutcome outcome)
    {
        var outcomes = Created();
        outcomes[1] = outcomes[1] with { Outcome = outcome, Id = null };
        return outcomes;
    }

    private RowOutcome[] Created() =>
        [.. _ledger.Drafts.Select((draft, index) => new RowOutcome(index + 1, CustomerOutcome.Created, $"id {index}", draft.Key, null))];
}
