using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>An error (contracts/stripe.md, "Errors"): status, type, and optionally the code and the invalid parameter.</summary>
internal sealed record StripeProblem(int Status, string Type, string? Code, string Message, string? Param = null)
{
    private const string InvalidRequest = "invalid_request_error";

    public static StripeProblem NoKey { get; } = new(
        401, InvalidRequest, null, "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.");

    public static StripeProblem PublicKey { get; } = new(
        403, InvalidRequest, "secret_key_required", "This API call cannot be made with a publishable API key. Please use a secret API key.");

    public static StripeProblem NotForm { get; } = new(
        400, InvalidRequest, null, "Invalid request (check that your POST content type is application/x-www-form-urlencoded).");

    public static StripeProblem BadEncoding { get; } = new(400, InvalidRequest, null, "Invalid request: a parameter is not percent-encoded UTF-8.");

    public static StripeProblem BadIdempotencyKey { get; } = new(
        400, InvalidRequest, null, "Idempotency-Key must be one value of 1 to 255 characters.");

    public static StripeProblem KeyReused { get; } = new(
        400, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.");

    public static StripeProblem KeyInUse { get; } = new(
        409, "idempotency_error", "idempotency_key_in_use", "There is currently another in-progress request using this Idempotency-Key.");

    public static StripeProblem NoCustomer(string id, string? param = null, int status = 404) =>
        new(status, InvalidRequest, "resource_missing", $"No such customer: '{id}'", param ?? "id");

    public static StripeProblem BadKey(string key) => new(401, InvalidRequest, null, $"Invalid API Key provided: {Masked(key)}");

    public static StripeProblem BadVersion(string version) => new(400, InvalidRequest, null, $"Invalid Stripe API version: {version}");

    public static StripeProblem Unknown(string param) =>
        new(400, InvalidRequest, "parameter_unknown", $"Received unknown parameter: {param}", param);

    public static StripeProblem Invalid(string param, string message, string? code = null) => new(400, InvalidRequest, code, message, param);

    /// <summary>The error for a status that does not depend on the request's content.</summary>
    public static StripeProblem Of(int status, ProviderRequest request) => status switch
    {
        401 => NoKey,
        402 => new(402, "card_error", "card_declined", "Your card was declined."),
        403 => new(403, InvalidRequest, null, "The provided key does not have the required permissions for this endpoint on this account."),
        404 => new(404, InvalidRequest, null, $"Unrecognized request URL ({request.Method}: {request.Path})."),
        409 => KeyInUse,
        429 => new(429, "rate_limit_error", "rate_limit", "Request rate limit exceeded."),
        >= 500 => new(status, "api_error", null, "An unknown error occurred"),
        _ => new(status, InvalidRequest, null, "The request could not be processed."),
    };

    // Shows the first and last characters, like Stripe.
    private static string Masked(string key) => key.Length < 16 ? new string('*', key.Length) : $"{key[..8]}{new string('*', key.Length - 12)}{key[^4..]}";
}
