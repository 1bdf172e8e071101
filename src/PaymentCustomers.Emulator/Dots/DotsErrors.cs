using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>An error and its code. Only one of the error forms shows the code.</summary>
internal readonly record struct DotsProblem(int Status, string Code, string Message)
{
    public static DotsProblem Invalid(string message, string code = "invalid-input") => new(400, code, message);

    /// <summary>The error for a status that does not depend on the request's content.</summary>
    public static DotsProblem Of(int status) => status switch
    {
        400 => Invalid("Invalid request"),
        401 => new(401, "unauthorized", "Invalid API credentials"),
        403 => new(403, "forbidden", "Payment customer not found or unauthorized"),
        404 => new(404, "no_such_resource", "Resource not found"),
        405 => new(405, "method-not-allowed", "Method not allowed"),
        408 => new(408, "request-timeout", "Request timed out"),
        409 => new(409, "conflict", "The resource is in conflict with the request"),
        413 => new(413, "payload-too-large", "Request body is too large"),
        415 => new(415, "unsupported-media-type", "Content-Type must be application/json"),
        422 => new(422, "invalid-input", "Unprocessable request"),
        429 => new(429, "resource-busy", "Too many requests"),
        >= 500 => new(status, "service-unavailable", "Service is temporarily unavailable"),
        _ => new(status, "error", "Request failed"),
    };
}

/// <summary>Writes errors in the form that the options select (contracts/dots.md, "Errors").</summary>
internal static class DotsErrors
{
    public static Reply Write(DotsProblem problem, DotsErrorForm form) => form switch
    {
        DotsErrorForm.PlainText => Reply.Text(problem.Status, "text/plain; charset=utf-8", problem.Message),
        DotsErrorForm.Html => Reply.Html(problem.Status, "en", problem.Message),
        _ => Reply.Json(problem.Status, json =>
        {
            json.WriteStartObject();
            switch (form)
            {
                case DotsErrorForm.Error:
                    json.WriteString("error", problem.Message);
                    break;
                case DotsErrorForm.ErrorCode:
                    json.WriteString("error_code", problem.Code);
                    json.WriteString("error_message", problem.Message);
                    break;
                default:
                    json.WriteBoolean("success", false);
                    if (form == DotsErrorForm.SuccessErrorMessage)
                        json.WriteNumber("error", 21);
                    json.WriteString("message", problem.Message);
                    break;
            }

            json.WriteEndObject();
        }),
    };
}
