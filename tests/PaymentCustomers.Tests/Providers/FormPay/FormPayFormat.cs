using System.Net.Http.Headers;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>Writes customers as a form. One name consists of several fields, and the key is sent in a header.</summary>
internal sealed class FormPayFormat() : FormCustomerFormat(Table)
{
    private static readonly ProviderField[] Table =
    [
        new(FirstName, "name") { IsJoined = true },
        new(MiddleName, "name") { IsJoined = true },
        new(LastName, "name") { IsJoined = true },
        new(BusinessName, "name") { IsJoined = true },
        new(Email, "email", IsRequired: true),
        new(Phone, "phone"),
        new(CountryCode, null),
        new(Country, "address.country"),
        new(City, "address.city"),
        new(AddressLine1, "address.line1"),
        new(Metadata, "metadata"),
        new(IdempotencyKey, null),
    ];

    public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        // A company has no other name.
        if (values[(int)BusinessName] is not null)
            Array.ForEach([FirstName, MiddleName, LastName], field => values[(int)field] = null);
        else if (Joined([FirstName, MiddleName, LastName], values) is null)
            problems.Add(new FieldProblem(nameof(FirstName), PaymentErrorId.CustomerInvalid, "No name is given"));
        if (PhoneRules.Read(values, problems, check) is { } phone)
            values[(int)Phone] = phone.E164;
    }

    public override void SetKey(HttpRequestHeaders headers, string key) => headers.Add("Idempotency-Key", key);
}
