using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Writes errors. Members without a value are omitted; the published file never has them as null.</summary>
internal static class StripeErrors
{
    public static Reply Write(StripeProblem problem) => Reply.Json(problem.Status, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (problem.Code is { } code)
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}");
        }

        json.WriteString("message", problem.Message);
        if (problem.Param is { } param)
            json.WriteString("param", param);
        json.WriteString("type", problem.Type);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
