namespace PaymentCustomers.Engine.Providers;

/// <summary>An operation of a provider.</summary>
internal enum ProviderOperation
{
    /// <summary>Create a customer.</summary>
    Create,

    /// <summary>Read one customer.</summary>
    Retrieve,

    /// <summary>Read a page of customers.</summary>
    List,

    /// <summary>Delete a customer.</summary>
    Delete,

    /// <summary>Change a customer.</summary>
    Update,
}
