using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Identifies a customer in messages. All personal values are masked, because messages are also logged.</summary>
internal static class CustomerDescription
{
    private static readonly CustomerField[] Shown =
        [CustomerField.FirstName, CustomerField.LastName, CustomerField.BusinessName, CustomerField.DocumentType, CustomerField.DocumentNumber, CustomerField.Email];

    /// <summary>Name, document and e-mail address, masked; empty if the customer has none of them.</summary>
    public static string Of(PaymentCustomer customer) => string.Join(' ', from field in Shown
                                                                          let value = customer[field]
                                                                          where !string.IsNullOrEmpty(value)
                                                                          select Mask.Value(field, value));
}
