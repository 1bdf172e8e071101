using System.Text;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class ErrorBodyTests
{
    [Theory]
    // contracts/dots.md, "Errors"
    [InlineData("""{"success":false,"message":"Invalid email"}""", "Invalid email", null)]
    [InlineData("""{"error":"Invalid email"}""", "Invalid email", null)]
    [InlineData("""{"success":false,"error":21,"message":"Invalid email"}""", "Invalid email", "21")]
    [InlineData("""{"error_code":"no_such_resource","error_message":"No such customer"}""", "No such customer", "no_such_resource")]
    [InlineData("""{"code":"invalid-email","message":"Invalid email"}""", "Invalid email", "invalid-email")]
    [InlineData("""{"error":{"code":"resource-busy","message":"Try later"}}""", "Try later", "resource-busy")]
    // contracts/onepay.md, "Errors"
    [InlineData(
        """{"message":"La cuenta no existe","code":"10809","code_name":"company_account_not_found","erros":[{"key":"name","description":"El campo name, es un campo requerido"}]}""",
        "La cuenta no existe; name: El campo name, es un campo requerido", "10809 company_account_not_found")]
    [InlineData(
        """{"message":"Datos inválidos","code":10422,"errors":[{"key":"email","description":"no es válido"},{"key":"phone","description":"es requerido"}]}""",
        "Datos inválidos; email: no es válido; phone: es requerido", "10422")]
    [InlineData("""{"message":"Datos inválidos","errors":{"email":["no es válido","es muy largo"],"phone":["es requerido"]}}""", "Datos inválidos; email: no es válido, es muy largo; phone: es requerido", null)]
    [InlineData("""{"errors":{"email":"no es válido"}}""", "email: no es válido", null)]
    [InlineData("""{"message":"Saldo","code":"10500","code_name":"balance_is_empty"}""", "Saldo", "10500 balance_is_empty")]
    [InlineData("""{"code_name":"balance_is_empty"}""", null, "balance_is_empty")]
    public void Every_error_form_of_the_contracts_is_read(string body, string? text, string? code)
    {
        var error = Read(body, "application/json");

        Assert.Equal((text, code), (error.Text, error.FullCode));
    }

    [Theory]
    [InlineData("""{"errors":["uno","dos"]}""", "uno; dos")]
    [InlineData("""{"errors":"uno"}""", "uno")]
    [InlineData("""{"message":"uno","errors":["uno"]}""", "uno")]
    [InlineData("""{"errors":[{"message":"uno"},{"key":"dos"},{},null,[3]]}""", "uno; dos: ")]
    [InlineData("""{"errors":{"a":null,"b":[],"c":{"d":1},"e":[1,null]}}""", "a: ; b: ; c: ; e: 1, ")]
    [InlineData("""{"errors":null,"erros":7,"message":null}""", null)]
    [InlineData("""{"message":""}""", null)]
    [InlineData("""{"message":{"es":"hola"},"error":false}""", null)]
    [InlineData("""{"error":null}""", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("\"Something went wrong\"", "Something went wrong")]
    [InlineData("42", "42")]
    [InlineData("[]", "[]")]
    [InlineData("""["uno"]""", """["uno"]""")]
    public void Other_json_is_read_as_far_as_possible(string body, string? text) => Assert.Equal(text, Read(body, "application/json").Text);

    [Theory]
    [InlineData("<html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>", "502 Bad Gateway")]
    [InlineData("<!DOCTYPE html>\n<html><body><h1 class=\"x\">Servicio no\n disponible &amp; m&aacute;s</h1></body></html>", "Servicio no disponible & más")]
    [InlineData("<html><title></title></html>", null)]
    [InlineData("<html>", null)]
    public void The_title_is_read_from_a_web_page(string body, string? text)
    {
        Assert.Equal(text, Read(body, "text/html").Text);
        Assert.Equal(text, Read("  " + body, null).Text);
    }

    [Theory]
    [InlineData("Too many requests", "Too many requests")]
    [InlineData("  upstream\r\n  connect\terror  ", "upstream connect error")]
    [InlineData("""{"message":"cut in the mid""", """{"message":"cut in the mid""")]
    [InlineData("", null)]
    [InlineData(" \r\n ", null)]
    public void Plain_text_is_read_as_one_line(string body, string? text) => Assert.Equal(text, Read(body, "text/plain").Text);

    [Theory]
    [InlineData("""{"success":false}""", true)]
    [InlineData("""{"success":true}""", false)]
    [InlineData("""{"success":"false"}""", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void The_body_can_say_that_the_request_failed(string body, bool saysFailed) =>
        Assert.Equal(saysFailed, Read(body, null).SaysFailed);

    [Theory]
    [InlineData("""{"message":"\ud83d"}""")]
    [InlineData("""{"errors":{"\ud83d":["x"]}}""")]
    [InlineData("\"\\ud83d\"")]
    public void An_error_with_half_a_character_is_still_read(string body) => Assert.NotNull(Read(body, "application/json"));

    [Fact]
    public void An_error_message_in_another_encoding_is_still_read() =>
        Assert.Contains("campo", ErrorBody.Read(Encoding.Latin1.GetBytes("""{"message":"El campo teléfono no es válido"}"""), "application/json").Text, StringComparison.Ordinal);

    [Fact]
    public void A_large_web_page_with_unclosed_titles_is_read_without_an_exception() =>
        Assert.Null(Read(string.Concat(Enumerable.Repeat("<title", 200_000)), "text/html").Text);

    private static ErrorBody Read(string body, string? mediaType) => ErrorBody.Read(Encoding.UTF8.GetBytes(body), mediaType);
}
