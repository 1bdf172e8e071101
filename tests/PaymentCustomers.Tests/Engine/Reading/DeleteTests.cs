using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class DeleteTests
{
    [Theory]
    [InlineData(200, """{"message":"Eliminado"}""")]
    [InlineData(200, "")]
    [InlineData(204, "")]
    public async Task Any_success_status_means_that_the_customer_was_deleted(int status, string body)
    {
        await using var server = new ScriptedServer(Answer.Text(body, status));

        await new CustomerRequests(TestConnections.Client("OnePay", server)).DeleteAsync("4711", TestContext.Current.CancellationToken);

        Assert.Equal("DELETE /v1/customers/4711", Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task A_success_answer_with_a_web_page_does_not_mean_that_the_customer_was_deleted()
    {
        await using var server = new ScriptedServer(Answer.Html("<html>maintenance</html>", 200));
        var reader = new CustomerRequests(TestConnections.Client("OnePay", server));

        var error = (await Assert.ThrowsAsync<PaymentException>(() => reader.DeleteAsync("4711", TestContext.Current.CancellationToken))).Error;

        Assert.Equal((PaymentErrorId.ResponseInvalid, 200), (error.Id, error.Status));
    }

    [Theory]
    [InlineData(401, PaymentErrorId.AuthenticationFailed)]
    [InlineData(403, PaymentErrorId.AccessDenied)]
    [InlineData(404, PaymentErrorId.CustomerNotFound)]
    [InlineData(409, PaymentErrorId.ProviderRejected)]
    [InlineData(503, PaymentErrorId.ProviderUnavailable)]
    public async Task The_error_of_a_refused_delete_depends_on_its_status(int status, PaymentErrorId id)
    {
        await using var server = new ScriptedServer(Answer.Json("""{"message":"No"}""", status));
        var reader = new CustomerRequests(TestConnections.Client("OnePay", server));

        var error = (await Assert.ThrowsAsync<PaymentException>(() => reader.DeleteAsync("4711", TestContext.Current.CancellationToken))).Error;

        Assert.Equal((id, status, $"Customer 4711: OnePay answered {status}: No"), (error.Id, error.Status, error.Message));
    }

    [Fact]
    public async Task A_delete_at_Dots_is_refused_without_a_request()
    {
        await using var server = new ScriptedServer();
        var reader = new CustomerRequests(TestConnections.Client("Dots", server));

        var error = (await Assert.ThrowsAsync<PaymentException>(() => reader.DeleteAsync("4711", TestContext.Current.CancellationToken))).Error;

        Assert.Equal((PaymentErrorId.OperationUnsupported, "Dots does not allow you to delete customers."), (error.Id, error.Message));
        Assert.Equal("Nothing was sent. Dots keeps its customers. Get-PaymentProvider shows what each provider supports.", error.RecommendedAction);
        Assert.Empty(server.Requests);
    }
}
