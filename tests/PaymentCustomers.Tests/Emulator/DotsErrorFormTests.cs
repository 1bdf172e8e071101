using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class DotsErrorFormTests : EmulatorTest
{
    [Theory]
    [InlineData(DotsErrorForm.SuccessMessage, "application/json", """{"success":false,"message":"Payment customer not found"}""")]
    [InlineData(DotsErrorForm.Error, "application/json", """{"error":"Payment customer not found"}""")]
    [InlineData(DotsErrorForm.SuccessErrorMessage, "application/json", """{"success":false,"error":21,"message":"Payment customer not found"}""")]
    [InlineData(DotsErrorForm.ErrorCode, "application/json", """{"error_code":"no_such_resource","error_message":"Payment customer not found"}""")]
    [InlineData(DotsErrorForm.PlainText, "text/plain", "Payment customer not found")]
    public async Task An_error_has_the_configured_form(DotsErrorForm form, string mediaType, string body)
    {
        Emulator.Configure(options => options with { DotsErrorForm = form });

        var answer = await DotsAsync(HttpMethod.Get, "/3c90c3cc-0d44-4b50-8888-8dd25736052a");

        Assert.Equal((404, mediaType, body), (answer.Status, answer.MediaType, answer.Text));
    }

    [Fact]
    public async Task An_error_can_be_html()
    {
        Emulator.Configure(options => options with { DotsErrorForm = DotsErrorForm.Html });

        var answer = await CreateDotsAsync("{}");

        Assert.Equal((400, "text/html"), (answer.Status, answer.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", "\"x\"", "invalid-email")]
    [InlineData("phone_number", "\"x\"", "invalid-phone-number")]
    [InlineData("user_id", "\"x\"", "invalid-input")]
    public async Task The_form_with_codes_has_a_code_for_each_field(string field, string json, string code)
    {
        Emulator.Configure(options => options with { DotsErrorForm = DotsErrorForm.ErrorCode });

        Assert.Equal(code, (await CreateDotsAsync(With(Person, field, json)))["error_code"]);
    }

    [Theory]
    [InlineData(404, "Payment customer not found")]
    [InlineData(403, "Payment customer not found or unauthorized")]
    public async Task The_status_for_a_missing_customer_can_be_configured(int status, string message)
    {
        Emulator.Configure(options => options with { DotsMissingStatus = status });

        var answer = await DotsAsync(HttpMethod.Get, "/nobody");

        Assert.Equal(status, answer.Status);
        Assert.Equal(message, answer["message"]);
    }
}
