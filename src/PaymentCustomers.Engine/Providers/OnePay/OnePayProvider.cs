using System.Globalization;
using System.Net.Http.Headers;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>OnePay Colombia, customers, API v1 (contracts/onepay.md).</summary>
internal sealed class OnePayProvider : IPaymentProvider
{
    public const string ProviderName = "OnePay";

    private const int PageSize = 100;
    private const string TestKey = "sk_test_";
    private const string LiveKey = "sk_live_";
    private const string PublicKey = "pk_";

    // The code names of a 401 that is about money, not about the key (contracts/onepay.md, Errors).
    private static readonly string[] BusinessCodeNames = ["balance_is_empty", "insufficient_funds"];
    private static readonly string[] BusinessCodes = ["10500", "10501"];

    private static readonly Uri Address = new("https://api.onepay.la/v1");

    public string Name => ProviderName;

    public ProviderCapabilities Capabilities { get; } = new(CanRemove: true, HonoursKey: true, ServerFilters: [CustomerField.DocumentNumber]);

    public string CredentialHelp => Messages.OnePayCredential;

    public WireMap Wire { get; } = new(ProviderName, rule => rule.OnePay);

    public string CustomersPath => "customers";

    // One address for both: the key decides.
    public Uri BaseUri(PaymentEnvironment environment) => Address;

    public PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested)
    {
        if (credential.ClientId is not null)
            throw Errors.Credential(Messages.OnePayTakesKeyOnly);
        if (credential.ApiKey.StartsWith(PublicKey, StringComparison.OrdinalIgnoreCase))
            throw Errors.Credential(Messages.OnePayPublicKey);
        PaymentEnvironment? own =
            credential.ApiKey.StartsWith(TestKey, StringComparison.Ordinal) ? PaymentEnvironment.Sandbox
            : credential.ApiKey.StartsWith(LiveKey, StringComparison.Ordinal) ? PaymentEnvironment.Production
            : null;
        if (own is not { } environment)
            throw Errors.Credential(Messages.OnePayKeyForm);
        if (requested is { } other && other != environment)
            throw Errors.Credential(Messages.KeyOfOtherEnvironment(environment, other), Messages.LeaveEnvironmentOut(other));
        return environment;
    }

    public void Authorize(HttpRequestHeaders headers, PaymentConnection connection) =>
        headers.TryAddWithoutValidation("Authorization", new AuthenticationHeaderValue("Bearer", connection.ApiKey.Reveal()).ToString());

    public void SetKey(HttpRequestHeaders headers, string key) => headers.Add("x-idempotency", key);

    public void Refine(string?[] values, List<FieldProblem> problems) => OnePayRules.Refine(values, problems);

    public byte[] WriteBody(string?[] values, byte[] content) => content;

    void IPaymentProvider.Complete(CustomerContent customer)
    {
    }

    public string SmallestListQuery => "page=1&per_page=1";

    public string ListQuery(CustomerFilter filter, string? cursor)
    {
        var page = $"page={cursor ?? "1"}&per_page={PageSize}";
        return filter.DocumentNumber is { } number ? $"{page}&document_number={Uri.EscapeDataString(number)}" : page;
    }

    /// <summary>The three page shapes of contracts/onepay.md, "List", told apart by what each page says of itself.</summary>
    public string? NextCursor(CustomerPage page, string? cursor)
    {
        var asked = int.Parse(cursor ?? "1", CultureInfo.InvariantCulture);
        if (page.Customers.Count == 0 || page.IsMarkedLast)
            return null;
        if (page.CurrentPage is { } current && current != asked)
            throw Errors.ListBroken(Name, Messages.OtherPage(asked, current));
        if (page.LastPage is { } last && asked >= last)
            return null;
        if (page.CurrentPage is null && page.Customers[0].Id is null)
            throw Errors.ListBroken(Name, Messages.PageWithoutName);
        return (asked + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Pages are numbered, and some shapes say how many there are.</summary>
    public IEnumerable<string> CursorsFrom(CustomerPage page, string following)
    {
        yield return following;
        for (var number = int.Parse(following, CultureInfo.InvariantCulture) + 1; number <= page.LastPage; number++)
            yield return number.ToString(CultureInfo.InvariantCulture);
    }

    public PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        status == 401 && (BusinessCodeNames.Contains(body.CodeName) || BusinessCodes.Contains(body.Code))
            ? PaymentErrorId.ProviderRejected
            : null;
}
