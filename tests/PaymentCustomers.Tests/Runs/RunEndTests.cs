using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Rows after a stop, rows about one customer, and how a run is fed.</summary>
public sealed class RunEndTests : RunTest
{
    [Fact]
    public async Task After_a_stop_a_row_that_repeats_a_created_one_is_a_duplicate_and_a_new_row_is_not_sent()
    {
        var server = Serve(request => request.Number == 1 ? Answer.Customer(request.Person) : Answer.Json(401, "{}"));
        var target = OnePay(server);
        await using var run = new CustomerRun(target.Client, OneByOne, journal: null, Cancel);
        var outcomes = new List<DraftOutcome>();
        foreach (var row in new[] { target.Row(1), target.Row(2), target.Row(3, person: 1), target.Row(4) })
        {
            run.Submit(row);
            await run.WaitAsync().WaitAsync(Patience, Cancel);
            Assert.True(run.TryTake(out var outcome));
            outcomes.Add(outcome);
        }

        Assert.Equal(
            [CustomerOutcome.Created, CustomerOutcome.Failed, CustomerOutcome.Duplicate, CustomerOutcome.NotSent], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(Answer.Id(1), outcomes[2].Customer!.Id);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Two_different_changes_of_one_customer_are_refused_with_the_id()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","object":"customer","email":"ana@example.com"}"""));
        var target = Target.Stripe(server.Address, Clock);
        var first = target.Prepare(1, [(CustomerField.Email, "ana@example.com")], new CustomerChange("cus_1", []));
        var second = target.Prepare(2, [(CustomerField.Email, "luz@example.com")], new CustomerChange("cus_1", []));

        var report = await target.RunAsync([first, second], OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Updated, CustomerOutcome.Failed], report.Kinds);
        Assert.Equal("Id", Assert.Single(report.Outcomes[1].Error!.Problems).Field);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_row_cannot_be_added_to_a_full_run()
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await using var run = new CustomerRun(target.Client, OneByOne, journal: null, Cancel);
        run.Submit(target.Row(1));

        Assert.True(run.IsFull);
        Assert.Equal("The run is full: take an outcome first.", Assert.Throws<InvalidOperationException>(() => run.Submit(target.Row(2))).Message);
    }

    [Fact]
    public async Task The_caller_waits_as_it_wants_while_the_run_is_full_and_at_the_end()
    {
        using var gate = new SemaphoreSlim(0);
        var server = Serve(async request =>
        {
            // The server answers only after the caller has begun to wait.
            await gate.WaitAsync(Cancel);
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        var rows = new List<long>();
        await using var run = new CustomerRun(target.Client, OneByOne with { Window = 1 }, journal: null, Cancel);
        var feed = new RunFeed(run, outcome => rows.Add(outcome.Draft.Row), done =>
        {
            gate.Release();
#pragma warning disable xUnit1031 // The command line waits like this.
            done.Wait(Patience, Cancel);
#pragma warning restore xUnit1031
        });

        await Task.Run(() => feed.AddAll(target.Rows(3), Cancel), Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal([1, 2, 3], rows);
    }
}
