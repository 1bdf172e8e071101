using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Runs;

public sealed class DuplicateTests : RunTest
{
    [Fact]
    public async Task A_repeated_row_is_sent_once_and_gets_the_id_of_the_first()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(
            [target.Row(1), target.Row(2, person: 1), target.Row(3), target.Row(4, person: 1), target.Row(5, person: 3)], cancellation: Cancel);

        Assert.Equal(
            [CustomerOutcome.Created, CustomerOutcome.Duplicate, CustomerOutcome.Created, CustomerOutcome.Duplicate, CustomerOutcome.Duplicate],
            report.Kinds);
        Assert.Equal(new[] { 1, 1, 3, 1, 3 }.Select(Answer.Id), report.Ids);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal((2, 3), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.Duplicate]));
        Assert.Equal([1, 2, 3, 4, 5], report.Outcomes.Select(outcome => outcome.Customer!.Row));
    }

    [Fact]
    public async Task A_second_row_with_the_same_key_and_other_values_is_refused()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync([Keyed(1), Keyed(2)], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed], report.Kinds);
        Assert.Equal("Row 2: IdempotencyKey is the same as in row 1, which has different values. Use each idempotency key for one row only.", report.Outcomes[1].Error!.Message);
        Assert.Equal("my-key", Assert.Single(server.Requests).Header("x-idempotency"));

        PreparedDraft Keyed(int row) => target.Row(row, change: draft => draft[CustomerField.IdempotencyKey] = "my-key");
    }

    [Fact]
    public async Task A_repetition_of_a_failed_row_fails_and_is_not_sent()
    {
        var server = Serve(_ => Answer.Json(422, """{"message":"no"}"""));
        var target = OnePay(server);

        var report = await target.RunAsync([target.Row(1), target.Row(2, person: 1)], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Failed, CustomerOutcome.Failed], report.Kinds);
        Assert.Single(server.Requests);
        var error = report.Outcomes[1].Error!;
        Assert.Equal((PaymentErrorId.ProviderRejected, 2), (error.Id, error.Row));
        Assert.Contains("this row repeats an earlier row", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, report.Counts[CustomerOutcome.Failed]);
    }

    [Fact]
    public async Task A_repetition_of_an_unknown_row_is_unknown_and_is_not_sent()
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Reset : Answer.Json(403, "{}"));
        var target = Dots(server);

        var report = await target.RunAsync([target.Row(1), target.Row(2, person: 1)], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown, CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(PaymentErrorId.OutcomeUnknown, report.Outcomes[1].Error!.Id);
        Assert.Equal(
            "Row 2: this row repeats an earlier row, and it is not known whether the customer of that row was created. This row was not sent.",
            report.Outcomes[1].Error!.Message);
        Assert.Equal(report.Outcomes[0].Error!.RecommendedAction, report.Outcomes[1].Error!.RecommendedAction);
        Assert.Single(server.Requests, request => request.IsCreate);
    }

    [Fact]
    public async Task Rows_that_cannot_be_sent_fail_without_a_request_and_do_not_stop_the_others()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);

        var report = await target.RunAsync(
            [
                target.Row(1, change: draft => draft[CustomerField.Email] = "no address"),
                target.Row(2, change: draft => draft[CustomerField.City] = "Bogotá"),
                target.Row(3),
                target.Row(4, change: draft => draft[CustomerField.Email] = "no address"),
            ],
            JournalPath,
            cancellation: Cancel);

        Assert.Equal([PaymentErrorId.CustomerInvalid, PaymentErrorId.FieldUnsupported, null, PaymentErrorId.CustomerInvalid], report.Errors);
        Assert.Equal([1, 2, null, 4], report.Outcomes.Select(outcome => outcome.Error?.Row));
        Assert.Single(server.Requests);
        // The journal has lines for the run, for the row that was sent, and for the rows that were refused.
        Assert.Equal(1 + 2 + 3, (await File.ReadAllLinesAsync(JournalPath, Cancel)).Length);
    }
}
