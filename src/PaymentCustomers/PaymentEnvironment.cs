namespace PaymentCustomers;

/// <summary>The environment of a connection: test or production.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes a 64-bit enum as its name, and any other enum as a bare number.
public enum PaymentEnvironment : long
#pragma warning restore CA1028
{
    /// <summary>The provider's test environment.</summary>
    Sandbox,

    /// <summary>The provider's production environment, with real customers.</summary>
    Production,
}
