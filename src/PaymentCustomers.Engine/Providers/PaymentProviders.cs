using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers.Dots;
using PaymentCustomers.Engine.Providers.OnePay;

namespace PaymentCustomers.Engine.Providers;

/// <summary>The providers there are.</summary>
public static class PaymentProviders
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IPaymentProvider> All { get; } = [new DotsProvider(), new OnePayProvider()];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(provider => provider.Name);

    /// <summary>The provider of that name in any case, or null.</summary>
    public static IPaymentProvider? Find(string name) =>
        All.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The provider of that name in any case.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ConnectionInvalid"/>: there is none.</exception>
    public static IPaymentProvider Get(string name) =>
        Find(name) ?? throw Errors.Connection(Messages.UnknownProvider(name, Names));

    /// <summary>What people see of a provider.</summary>
    public static PaymentProviderInfo Describe(IPaymentProvider provider) => new(provider.Name)
    {
        Credential = provider.CredentialHelp,
        CanRemove = provider.Capabilities.CanRemove,
        HonoursIdempotencyKey = provider.Capabilities.HonoursKey,
        ServerFilters = [.. provider.Capabilities.ServerFilters.Select(field => field.ToString())],
        ProductionUri = provider.BaseUri(PaymentEnvironment.Production),
        SandboxUri = provider.BaseUri(PaymentEnvironment.Sandbox),
        Fields = [.. from rule in FieldCatalog.All
                     let use = provider.Wire.Use(rule)
                     where use is not null
                     select new PaymentFieldInfo(rule.Name, use.WireName, use.IsRequired, rule.IsPersonal, rule.Aliases, rule.Columns)],
    };
}
