namespace PaymentCustomers;

/// <summary>Where a connection leads: play money or real money.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes an enum of 64 bits as its name, and any other as a number that tells nobody anything.
public enum PaymentEnvironment : long
#pragma warning restore CA1028
{
    /// <summary>The provider's test environment.</summary>
    Sandbox,

    /// <summary>The real thing.</summary>
    Production,
}
