using System.Net.Http.Headers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>The JSON format of customers at OnePay. The idempotency key is sent in a header.</summary>
internal sealed class OnePayFormat() : JsonCustomerFormat(Table)
{
    // contracts/onepay.md, "Create".
    private static readonly ProviderField[] Table =
    [
        new(FirstName, "first_name", IsRequired: true),
        // Middle names are appended to the first name.
        new(MiddleName, null),
        new(LastName, "last_name", IsRequired: true),
        // A company's legal name is split into first and last name.
        new(BusinessName, null),
        new(Email, "email", IsRequired: true),
        new(Phone, "phone", IsRequired: true),
        new(CountryCode, null),
        new(CustomerType, "user_type", IsRequired: true),
        new(DocumentType, "document_type", IsRequired: true),
        new(DocumentNumber, "document_number", IsRequired: true),
        new(EnableNotifications, "enable_notifications"),
        new(Nationality, "nationality"),
        new(BirthDate, "birthdate"),
        new(RelatedTo, "related_to"),
        new(IdempotencyKey, null),
    ];

    public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check) =>
        OnePayRules.Refine(values, problems, check);

    public override void SetKey(HttpRequestHeaders headers, string key) => headers.Add("x-idempotency", key);
}
