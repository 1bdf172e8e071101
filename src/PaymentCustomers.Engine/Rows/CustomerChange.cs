namespace PaymentCustomers.Engine.Rows;

/// <summary>That a row changes a customer that there is, instead of creating one.</summary>
/// <param name="Id">The provider's id for the customer.</param>
/// <param name="Cleared">The fields that are emptied.</param>
internal sealed record CustomerChange(string Id, IReadOnlyList<CustomerField> Cleared);
