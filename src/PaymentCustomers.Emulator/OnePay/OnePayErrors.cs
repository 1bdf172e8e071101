using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Writes errors as the options select (contracts/onepay.md, "Errors"); as HTML to clients that do not accept JSON.</summary>
internal static class OnePayErrors
{
    public static Reply Write(OnePayProblem problem, StringValues accept, EmulatorOptions options) =>
        AcceptsJson(accept)
            ? Reply.Json(problem.Status, json => Write(json, problem, options))
            : Reply.Html(problem.Status, "es", WebUtility.HtmlEncode(problem.Message));

    // */* does not count: the framework that sends such responses requires JSON explicitly.
    private static bool AcceptsJson(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var types)
        && types.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    private static void Write(Utf8JsonWriter json, OnePayProblem problem, EmulatorOptions options)
    {
        json.WriteStartObject();
        json.WriteString("message", problem.Message);
        if (options.OnePayErrorCode == OnePayErrorCode.Quoted)
            json.WriteString("code", problem.Code.ToString(CultureInfo.InvariantCulture));
        else
            json.WriteNumber("code", problem.Code);
        json.WriteString("code_name", problem.CodeName);
        switch (options.OnePayErrorList)
        {
            case OnePayErrorList.Map:
                Map(json, problem, inArrays: true);
                break;
            case OnePayErrorList.MapOfStrings:
                Map(json, problem, inArrays: false);
                break;
            default:
                List(json, problem, options.OnePayErrorList == OnePayErrorList.Erros ? "erros" : "errors");
                break;
        }

        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, OnePayProblem problem, string name)
    {
        json.WriteStartArray(name);
        foreach (var field in problem.Fields)
        {
            json.WriteStartObject();
            json.WriteString("key", field.Key);
            json.WriteString("description", field.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, OnePayProblem problem, bool inArrays)
    {
        json.WriteStartObject("errors");
        foreach (var field in problem.Fields.GroupBy(field => field.Key))
        {
            if (!inArrays)
            {
                json.WriteString(field.Key, field.First().Description);
                continue;
            }

            json.WriteStartArray(field.Key);
            foreach (var (_, description) in field)
                json.WriteStringValue(description);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
