using PaymentCustomers.Tests.Engine.Http;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class RetrieveTests
{
    [Theory]
    [InlineData("Dots", 404, PaymentErrorId.CustomerNotFound)]
    [InlineData("Dots", 403, PaymentErrorId.CustomerNotFound)]
    [InlineData("Dots", 401, PaymentErrorId.AuthenticationFailed)]
    [InlineData("Dots", 500, PaymentErrorId.ProviderUnavailable)]
    [InlineData("OnePay", 404, PaymentErrorId.CustomerNotFound)]
    [InlineData("OnePay", 403, PaymentErrorId.AccessDenied)]
    [InlineData("OnePay", 401, PaymentErrorId.AuthenticationFailed)]
    [InlineData("OnePay", 408, PaymentErrorId.ProviderUnavailable)]
    [InlineData("OnePay", 429, PaymentErrorId.RateLimited)]
    public async Task The_error_of_a_refused_request_depends_on_its_status(string provider, int status, PaymentErrorId id)
    {
        await using var server = new ScriptedServer(Answer.Json("""{"message":"No"}""", status));

        var error = await FailAsync(provider, server);

        Assert.Equal((id, status), (error.Id, error.Status));
        Assert.Equal($"Customer 4711: {provider} answered {status}: No", error.Message);
        Assert.Equal((null, null), (error.Row, error.IdempotencyKey));
        Assert.Equal(id == PaymentErrorId.AuthenticationFailed, (error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected));
    }

    [Fact]
    public async Task The_advice_for_a_missing_customer_names_the_possible_reasons()
    {
        await using var server = new ScriptedServer(Answer.Empty(404));

        Assert.Equal("The customer does not exist, or it belongs to another account.", (await FailAsync("OnePay", server)).RecommendedAction);
    }

    [Theory]
    [InlineData("""{"success":false,"message":"No"}""", PaymentErrorId.ProviderRejected, "Customer 4711: Dots answered 200: No")]
    [InlineData("{}", PaymentErrorId.ResponseInvalid, "Customer 4711: Dots answered 200, but the content is not a customer (application/json).")]
    [InlineData("[", PaymentErrorId.ResponseInvalid, "Customer 4711: Dots answered 200, but the content is not a customer (application/json).")]
    public async Task A_success_answer_without_a_customer_is_an_error(string answer, PaymentErrorId id, string message)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        var error = await FailAsync("Dots", server);

        Assert.Equal((id, message), (error.Id, error.Message));
    }

    [Fact]
    public async Task A_request_whose_connection_was_lost_can_be_repeated()
    {
        await using var server = new ScriptedServer(Answer.Json("""{"id":"4711"}""") with { Ending = Ending.ClosedWithin });

        var reader = new CustomerRequests(TestConnections.Client("Dots", server));

        var exception = await Assert.ThrowsAsync<PaymentException>(() => reader.RetrieveAsync("4711", TestContext.Current.CancellationToken));

        Assert.Equal((PaymentErrorId.ConnectionFailed, "Run the same command again."), (exception.Error.Id, exception.Error.RecommendedAction));
        Assert.IsAssignableFrom<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task A_refused_connection_is_an_error()
    {
        var reader = new CustomerRequests(TestConnections.Client("OnePay", AttemptTests.Refusing()));

        var error = (await Assert.ThrowsAsync<PaymentException>(() => reader.RetrieveAsync("4711", TestContext.Current.CancellationToken))).Error;

        Assert.Equal(PaymentErrorId.ConnectionFailed, error.Id);
        Assert.StartsWith("Customer 4711: Could not connect to OnePay. ", error.Message, StringComparison.Ordinal);
    }

    // In a path, each of these would address the list or everything.
    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_id_that_would_address_something_else_is_refused_before_anything_is_sent(string id)
    {
        await using var server = new ScriptedServer(Answer.Json("""{"id":"1"}"""), Answer.Empty(204));
        var reader = new CustomerRequests(TestConnections.Client("OnePay", server));

        var retrieve = await Assert.ThrowsAsync<PaymentException>(() => reader.RetrieveAsync(id, TestContext.Current.CancellationToken));
        var delete = await Assert.ThrowsAsync<PaymentException>(() => reader.DeleteAsync(id, TestContext.Current.CancellationToken));

        Assert.Empty(server.Requests);
        Assert.Equal((PaymentErrorId.CustomerNotFound, PaymentErrorId.CustomerNotFound), (retrieve.Error.Id, delete.Error.Id));
        Assert.Equal($"'{id}' is not a valid customer id.", delete.Error.Message);
    }

    private static async Task<PaymentError> FailAsync(string provider, ScriptedServer server) =>
        (await Assert.ThrowsAsync<PaymentException>(
            () => new CustomerRequests(TestConnections.Client(provider, server)).RetrieveAsync("4711", TestContext.Current.CancellationToken))).Error;
}
