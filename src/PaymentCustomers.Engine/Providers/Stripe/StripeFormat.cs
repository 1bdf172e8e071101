using System.Net.Http.Headers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>
/// The form format of customers at Stripe. The idempotency key is sent in a header, which prevents a second customer for a day, and
/// in the metadata, where it can be found after that.
/// </summary>
internal sealed class StripeFormat() : FormCustomerFormat(Table)
{
    // contracts/stripe.md, "Create". There is one name, of a person or a company.
    private static readonly ProviderField[] Table =
    [
        new(FirstName, "name") { IsJoined = true },
        new(MiddleName, "name") { IsJoined = true },
        new(LastName, "name") { IsJoined = true },
        new(BusinessName, "name") { IsJoined = true },
        new(Email, "email"),
        new(Phone, "phone"),
        new(CountryCode, null),
        new(AddressLine1, "address.line1"),
        new(AddressLine2, "address.line2"),
        new(City, "address.city"),
        new(State, "address.state"),
        new(Postcode, "address.postal_code"),
        new(Country, "address.country"),
        new(Metadata, "metadata"),
        new(IdempotencyKey, null),
    ];

    public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check) => StripeRules.Refine(values, problems, check);

    public override byte[] WriteWithKey(string?[] values, byte[] content)
    {
        var withKey = (string?[])values.Clone();
        withKey[(int)Metadata] = MetadataKey.Add(values[(int)Metadata], values[(int)IdempotencyKey]!);
        return Write(withKey);
    }

    public override void SetKey(HttpRequestHeaders headers, string key) => headers.Add("Idempotency-Key", key);

    public override bool IsReplay(HttpHeaders? headers) => StripeHeaders.IsReplay(headers);

    public override void Complete(CustomerContent customer)
    {
        if (customer[Metadata] is not { } metadata)
            return;
        (customer[Metadata], var key) = MetadataKey.Take(metadata);
        customer[IdempotencyKey] = key ?? customer[IdempotencyKey];
    }
}
