using System.Text.Json.Serialization;

namespace PaymentCustomers.Emulator;

/// <summary>The providers emulated.</summary>
public enum EmulatedProvider
{
    /// <summary>contracts/dots.md; <c>dots</c> in JSON.</summary>
    Dots,

    /// <summary>contracts/onepay.md; <c>onepay</c> in JSON.</summary>
    [JsonStringEnumMemberName("onepay")]
    OnePay,
}

/// <summary>What a request asks for.</summary>
public enum EmulatedOperation
{
    /// <summary>Create a customer.</summary>
    Create,

    /// <summary>One customer by id.</summary>
    Retrieve,

    /// <summary>A page of customers.</summary>
    List,

    /// <summary>Delete a customer (OnePay).</summary>
    Delete,

    /// <summary>Nothing a provider documents: an unknown path or method.</summary>
    Other,
}
