namespace PaymentCustomers.Engine.Rows;

/// <summary>Marks a row that changes an existing customer instead of creating one.</summary>
/// <param name="Id">The provider's id for the customer.</param>
/// <param name="Cleared">The fields to clear.</param>
internal sealed record CustomerChange(string Id, IReadOnlyList<CustomerField> Cleared);
