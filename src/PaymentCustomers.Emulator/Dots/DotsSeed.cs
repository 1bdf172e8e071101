using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>Generates realistic Dots customers.</summary>
internal static class DotsSeed
{
    public static DotsFields Customer(ref SeedRandom random, long ordinal)
    {
        var isBusiness = random.Below(10) == 0;
        var first = random.Pick(DotsNames.First);
        var last = random.Pick(DotsNames.Last);
        var business = random.Pick(DotsNames.Businesses);
        var (city, state) = random.Pick(DotsNames.Cities);
        return new DotsFields
        {
            UserId = random.Uuid(),
            Email = Seeder.Email(isBusiness ? "office" : first, ordinal),
            CountryCode = "1",
            PhoneNumber = FormattableString.Invariant($"{random.Pick(DotsNames.AreaCodes)}555{ordinal % 10000:D4}"),
            FirstName = isBusiness ? null : first,
            MiddleName = !isBusiness && random.Below(4) == 0 ? random.Pick(DotsNames.First) : null,
            LastName = isBusiness ? null : last,
            BusinessName = isBusiness ? business : null,
            Address = random.Below(3) == 0
                ? null
                : new DotsAddress("US", city, state, FormattableString.Invariant($"{random.Below(89999) + 10000}"),
                    FormattableString.Invariant($"{random.Below(9000) + 1} {random.Pick(DotsNames.Streets)}"), random.Below(3) == 0 ? "Apt 4" : null),
        };
    }
}
