using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>The JSON format of customers at Dots. There is no header for the idempotency key: it is put into the metadata.</summary>
internal sealed class DotsFormat() : JsonCustomerFormat(Table)
{
    // contracts/dots.md, "The object".
    private static readonly ProviderField[] Table =
    [
        new(FirstName, "first_name"),
        new(MiddleName, "middle_name"),
        new(LastName, "last_name"),
        new(BusinessName, "business_name"),
        new(Email, "email"),
        new(Phone, "phone_number"),
        new(CountryCode, "country_code"),
        new(UserId, "user_id"),
        new(Country, "address.country"),
        new(City, "address.city"),
        new(State, "address.state"),
        new(Postcode, "address.postcode"),
        new(AddressLine1, "address.line_1"),
        new(AddressLine2, "address.line_2"),
        new(Metadata, "metadata"),
        new(IdempotencyKey, null),
    ];

    public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check) =>
        DotsRules.Refine(values, problems, check);

    public override byte[] WriteWithKey(string?[] values, byte[] content)
    {
        var withKey = (string?[])values.Clone();
        withKey[(int)Metadata] = MetadataKey.Add(values[(int)Metadata], values[(int)IdempotencyKey]!);
        return Write(withKey);
    }

    public override void Complete(CustomerContent customer)
    {
        if (customer[Phone] is { } national && customer[CountryCode] is { } code && !national.StartsWith('+'))
            customer[Phone] = $"+{code}{national}";
        if (customer[Metadata] is { } metadata)
        {
            (customer[Metadata], var key) = MetadataKey.Take(metadata);
            customer[IdempotencyKey] = key ?? customer[IdempotencyKey];
        }
    }
}
