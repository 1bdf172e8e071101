using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Providers.Dots;
using PaymentCustomers.Engine.Providers.OnePay;
using PaymentCustomers.Engine.Providers.Stripe;

namespace PaymentCustomers.Engine.Connections;

/// <summary>The list of providers.</summary>
internal static class PaymentProviders
{
    /// <summary>All providers. This is the only place that names each of them.</summary>
    public static IReadOnlyList<PaymentProvider> All { get; } =
    [
        DotsProvider.Create(),
        OnePayProvider.Create(),
        StripeProvider.Create(),
    ];

    /// <summary>The names of all providers.</summary>
    public static IEnumerable<string> Names => All.Select(provider => provider.Name);

    /// <summary>The provider with this name, in any case; null if there is none.</summary>
    public static PaymentProvider? Find(string name) =>
        All.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The provider with this name, in any case.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ConnectionInvalid"/>: no provider has this name.</exception>
    public static PaymentProvider Get(string name) =>
        Find(name) ?? throw ConnectionErrors.Invalid(ConnectionMessages.UnknownProvider(name, Names));

    /// <summary>The public description of a provider.</summary>
    public static PaymentProviderInfo Describe(PaymentProvider provider) => new(provider.Name)
    {
        Credential = provider.Access.CredentialHelp,
        CanRemove = provider.Capabilities.CanDelete,
        CanChange = provider.Capabilities.CanUpdate,
        HonoursIdempotencyKey = provider.Capabilities.HonoursKey,
        ServerFilters = [.. provider.Capabilities.ServerFilters.Select(field => field.ToString())],
        ProductionUri = provider.Access.BaseUri(PaymentEnvironment.Production),
        SandboxUri = provider.Access.BaseUri(PaymentEnvironment.Sandbox),
        Fields = [.. from field in provider.Format.Fields
                     let rule = FieldCatalog.Rule(field.Field)
                     select new PaymentFieldInfo(rule.Name, field.WireName, field.IsRequired, rule.IsPersonal, rule.Aliases, rule.Columns)],
    };
}
