namespace PaymentCustomers;

/// <summary>Where a connection leads: play money or real money.</summary>
public enum PaymentEnvironment
{
    /// <summary>The provider's test environment.</summary>
    Sandbox,

    /// <summary>The real thing.</summary>
    Production,
}
