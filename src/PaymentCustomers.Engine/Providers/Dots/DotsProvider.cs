using System.Net.Http.Headers;
using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>Dots, payment customers, API v2 (contracts/dots.md).</summary>
internal sealed class DotsProvider : IPaymentProvider
{
    public const string ProviderName = "Dots";

    private const int PageSize = 100;

    private static readonly Uri Production = new("https://api.dots.dev/api");
    private static readonly Uri Sandbox = new("https://pls.senddotssandbox.com/api");

    public string Name => ProviderName;

    public ProviderCapabilities Capabilities { get; } = new(CanRemove: false, HonoursKey: false, ServerFilters: []);

    public string CredentialHelp => Messages.DotsCredential;

    public WireMap Wire { get; } = new(ProviderName, rule => rule.Dots);

    public string CustomersPath => "v2/payment-customers";

    public Uri BaseUri(PaymentEnvironment environment) =>
        environment == PaymentEnvironment.Production ? Production : Sandbox;

    // Keys differ per environment but must not be judged by their prefix: production is asked for by name.
    public PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        if (string.IsNullOrWhiteSpace(credential.ClientId))
            throw Errors.Credential(Messages.DotsNeedsClientId);
        // RFC 7617, 2: the user-id ends at the first colon.
        if (credential.ClientId.Contains(':', StringComparison.Ordinal))
            throw Errors.Credential(Messages.ClientIdHasColon);
        return requested ?? PaymentEnvironment.Sandbox;
    }

    public void Authorize(HttpRequestHeaders headers, PaymentConnection connection)
    {
        headers.TryAddWithoutValidation(
            "Authorization", new AuthenticationHeaderValue("Basic", BasicToken(connection.ClientId.Reveal(), connection.ApiKey.Reveal())).ToString());
        if (connection.AppId is not null)
            headers.Add("Api-App-Id", connection.AppId);
    }

    // There is no header; the key goes into the metadata.
    public void SetKey(HttpRequestHeaders headers, string key)
    {
    }

    public void Refine(string?[] values, List<FieldProblem> problems) => DotsRules.Refine(values, problems);

    public byte[] WriteBody(string?[] values, byte[] content)
    {
        var withKey = (string?[])values.Clone();
        withKey[(int)CustomerField.Metadata] = DotsKey.Add(
            values[(int)CustomerField.Metadata], values[(int)CustomerField.IdempotencyKey]!);
        return Wire.Write(withKey);
    }

    void IPaymentProvider.Complete(CustomerContent customer)
    {
        if (customer[CustomerField.Phone] is { } national && customer[CustomerField.CountryCode] is { } code && !national.StartsWith('+'))
            customer[CustomerField.Phone] = $"+{code}{national}";
        if (customer[CustomerField.Metadata] is { } metadata)
        {
            (customer[CustomerField.Metadata], var key) = DotsKey.Take(metadata);
            customer[CustomerField.IdempotencyKey] = key ?? customer[CustomerField.IdempotencyKey];
        }
    }

    public string SmallestListQuery => "limit=1";

    public string ListQuery(CustomerFilter filter, string? cursor) =>
        cursor is null ? $"limit={PageSize}" : $"limit={PageSize}&starting_after={Uri.EscapeDataString(cursor)}";

    public string? NextCursor(CustomerPage page, string? cursor)
    {
        // A page that does not say is not the last: what is missing from a list that ends too early would be created again.
        if (page.HasMore == false || (page.HasMore is null && page.Customers.Count == 0))
            return null;
        return page.Customers is [.., { Id: { } last }]
            ? last
            : throw Errors.ListBroken(Name, Messages.PageWithoutEnd);
    }

    // Each page begins behind the last customer of the one before.
    public IEnumerable<string> CursorsFrom(CustomerPage page, string following) => [following];

    // "Not found or unauthorized" may be a 403 (contracts/dots.md, Errors).
    public PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        operation == ProviderOperation.Retrieve && status == 403 ? PaymentErrorId.CustomerNotFound : null;

    internal static string BasicToken(string clientId, string apiKey) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{apiKey}"));
}
