using System.Text;
using PaymentCustomers.Emulator.Dots;
using PaymentCustomers.Emulator.Store;

namespace PaymentCustomers.Emulator.Seeding;

/// <summary>Makes and stores plausible customers. Each depends on the seed and its ordinal since the last clear.</summary>
internal sealed class Seeder(DotsBook dots, OnePayBook onePay)
{
    private const int MostAtOnce = 1_000_000;

    // A fixed day, not the clock: the same seed makes the same customers on every day.
    private static readonly DateTimeOffset FirstDay = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private long _stored;

    public int Store(SeedRequest request, long seed)
    {
        if (request.Count is < 0 or > MostAtOnce)
            throw new ArgumentException($"count must be 0 to {MostAtOnce}.");
        var isDots = request.Provider == EmulatedProvider.Dots;
        var account = isDots ? DotsAccount.Of(request.ClientId, request.AppId) : request.Key;

        // One seeding at a time, or two would share ordinals and with them documents.
        lock (_gate)
        {
            for (var i = 0; i < request.Count; i++)
            {
                var ordinal = _stored++;
                var random = new SeedRandom(seed, ordinal);
                var created = FirstDay.AddSeconds(ordinal);
                if (isDots)
                    dots.Add(account, DotsCustomer(ref random, ordinal), key: null, created, random.Uuid());
                else
                    onePay.AddSeeded(account, random.Uuid(), OnePayCustomer(ref random, ordinal, request.Legacy), created);
            }
        }

        return isDots ? dots.NumberOf(account) : onePay.NumberOf(account);
    }

    public void Clear()
    {
        lock (_gate)
            _stored = 0;
    }

    private static DotsFields DotsCustomer(ref SeedRandom random, long ordinal)
    {
        var isBusiness = random.Below(10) == 0;
        var first = random.Pick(Names.AmericanFirst);
        var last = random.Pick(Names.AmericanLast);
        var business = random.Pick(Names.AmericanBusinesses);
        var (city, state) = random.Pick(Names.AmericanCities);
        return new DotsFields
        {
            UserId = random.Uuid(),
            Email = Email(isBusiness ? "office" : first, ordinal),
            CountryCode = "1",
            PhoneNumber = Invariant($"{random.Below(700) + 201}555{ordinal % 10000:D4}"),
            FirstName = isBusiness ? null : first,
            MiddleName = !isBusiness && random.Below(4) == 0 ? random.Pick(Names.AmericanFirst) : null,
            LastName = isBusiness ? null : last,
            BusinessName = isBusiness ? business : null,
            Address = random.Below(3) == 0
                ? null
                : new DotsAddress("US", city, state, Invariant($"{random.Below(89999) + 10000}"),
                    Invariant($"{random.Below(9000) + 1} {random.Pick(Names.Streets)}"), random.Below(3) == 0 ? "Apt 4" : null),
        };
    }

    private static OnePayFields OnePayCustomer(ref SeedRandom random, long ordinal, bool legacy)
    {
        var isCompany = random.Below(10) == 0;
        var first = random.Pick(Names.ColombianFirst);
        var last = Invariant($"{random.Pick(Names.ColombianLast)} {random.Pick(Names.ColombianLast)}");
        if (isCompany)
            (first, last) = random.Pick(Names.ColombianCompanies);
        var fields = new OnePayFields
        {
            UserType = isCompany ? "company" : "natural",
            FirstName = first,
            LastName = last,
            Email = Email(isCompany ? "contabilidad" : first, ordinal),
            Phone = Invariant($"+573{random.Below(51):D2}{random.Below(10_000_000):D7}"),
            DocumentType = isCompany ? "NIT" : random.Below(12) == 0 ? "CE" : "CC",
            DocumentNumber = Invariant($"{(isCompany ? 900_000_000 : 1_010_000_000) + ordinal}"),
            EnableNotifications = false,
            Nationality = "CO",
            BirthDate = isCompany ? null : Invariant($"{new DateOnly(1950, 1, 1).AddDays(random.Below(20000)):yyyy-MM-dd}"),
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

    private static string Email(string name, long ordinal)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return Invariant($"{string.Concat(letters)}.{ordinal}@example.com");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
