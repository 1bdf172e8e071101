using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Generates realistic OnePay customers.</summary>
internal static class OnePaySeed
{
    public static OnePayFields Customer(ref SeedRandom random, long ordinal, bool legacy)
    {
        var isCompany = random.Below(10) == 0;
        var first = random.Pick(OnePayNames.First);
        var last = FormattableString.Invariant($"{random.Pick(OnePayNames.Last)} {random.Pick(OnePayNames.Last)}");
        if (isCompany)
            (first, last) = random.Pick(OnePayNames.Companies);
        var fields = new OnePayFields
        {
            UserType = isCompany ? "company" : "natural",
            FirstName = first,
            LastName = last,
            Email = Seeder.Email(isCompany ? "contabilidad" : first, ordinal),
            Phone = FormattableString.Invariant($"+57{random.Pick(OnePayNames.MobilePrefixes)}{random.Below(10_000_000):D7}"),
            DocumentType = isCompany ? "NIT" : random.Below(12) == 0 ? "CE" : "CC",
            DocumentNumber = FormattableString.Invariant($"{(isCompany ? 900_000_000 : 1_010_000_000) + ordinal}"),
            EnableNotifications = false,
            Nationality = "CO",
            BirthDate = isCompany ? null : FormattableString.Invariant($"{new DateOnly(1950, 1, 1).AddDays(random.Below(20000)):yyyy-MM-dd}"),
        };
        if (!legacy || ordinal % 10 != 9)
            return fields;
        return (ordinal / 10 % 3) switch
        {
            0 => fields with { Email = "" },
            1 => fields with { DocumentType = null, DocumentNumber = null },
            _ => fields with { DocumentType = "RUT" },
        };
    }
}
