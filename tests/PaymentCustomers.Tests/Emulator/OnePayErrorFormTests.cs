using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayErrorFormTests : EmulatorTest
{
    private const string Description = "El campo phone, es un campo requerido";

    [Theory]
    [InlineData(OnePayErrorList.Erros, "errors", $$$""" "erros":[{"key":"phone","description":"{{{Description}}}"}]} """)]
    [InlineData(OnePayErrorList.Errors, "erros", $$$""" "errors":[{"key":"phone","description":"{{{Description}}}"}]} """)]
    [InlineData(OnePayErrorList.Map, "erros", $$$""" "errors":{"phone":["{{{Description}}}"]}} """)]
    [InlineData(OnePayErrorList.MapOfStrings, "erros", $$$""" "errors":{"phone":"{{{Description}}}"}} """)]
    public async Task The_list_of_errors_has_the_configured_name(OnePayErrorList spelling, string absent, string fragment)
    {
        Emulator.Configure(options => options with { OnePayErrorList = spelling });

        var answer = await CreateOnePayAsync(With(Natural, "phone", null));

        Assert.Equal(422, answer.Status);
        Assert.EndsWith(fragment.Trim(), answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OnePayErrorCode.Quoted, "\"code\":\"10404\"")]
    [InlineData(OnePayErrorCode.Number, "\"code\":10404")]
    public async Task The_code_is_a_text_or_a_number_as_configured(OnePayErrorCode form, string fragment)
    {
        Emulator.Configure(options => options with { OnePayErrorCode = form });

        var answer = await OnePayAsync(HttpMethod.Get, "/nobody");

        Assert.Equal(404, answer.Status);
        Assert.Contains(fragment, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("text/html")]
    public async Task A_client_that_does_not_accept_json_explicitly_gets_errors_as_html(string? accept)
    {
        var answer = await OnePayAsync(HttpMethod.Get, "/nobody", accept: accept);

        Assert.Equal((404, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("<html lang=\"es\">", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_answer_is_json_whatever_the_client_accepts()
    {
        var answer = await OnePayAsync(HttpMethod.Get, accept: null);

        Assert.Equal((200, "application/json"), (answer.Status, answer.MediaType));
    }
}
