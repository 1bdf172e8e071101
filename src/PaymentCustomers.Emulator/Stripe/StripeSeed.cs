using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Generates realistic Stripe customers from around the world.</summary>
internal static class StripeSeed
{
    /// <summary>A complete customer that is not stored.</summary>
    public static StoredCustomer<StripeFields> Stored(ref SeedRandom random, long ordinal, DateTimeOffset created)
    {
        var id = Id(ref random);
        return new StoredCustomer<StripeFields>(id, 0, 0, created, Key: null, Customer(ref random, ordinal));
    }

    public static string Id(ref SeedRandom random)
    {
        var drawn = random;
        var id = StripeBook.IdFrom(below => drawn.Below(below));
        random = drawn;
        return id;
    }

    public static StripeFields Customer(ref SeedRandom random, long ordinal)
    {
        var place = random.Pick(StripeNames.Places);
        var isBusiness = random.Below(10) == 0;
        var name = isBusiness ? place.Business : random.Pick(place.Names);
        var (city, state, postalCode) = random.Pick(place.Cities);
        var digits = random.Below((int)Math.Pow(10, place.PhoneDigits));
        return new StripeFields
        {
            Name = name,
            Email = Seeder.Email(isBusiness ? "accounts" : $"{name}{place.Country}", ordinal),
            Phone = place.PhonePrefix + digits.ToString("D" + place.PhoneDigits, System.Globalization.CultureInfo.InvariantCulture),
            Description = random.Below(4) == 0 ? FormattableString.Invariant($"Customer {ordinal} of {place.Country}") : null,
            Address = random.Below(3) == 0
                ? null
                : new StripeAddress(
                    FormattableString.Invariant($"{place.Street} {random.Below(200) + 1}"), random.Below(4) == 0 ? "2A" : null, city, state, postalCode, place.Country),
            PreferredLocales = [place.Locale],
            InvoicePrefix = FormattableString.Invariant($"{random.Below(int.MaxValue):X8}"),
        };
    }
}
