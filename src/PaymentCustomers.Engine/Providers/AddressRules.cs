using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Checks the address of a row, for every provider that has addresses.</summary>
internal static class AddressRules
{
    private static readonly CustomerField[] Address = [Country, City, State, Postcode, AddressLine1, AddressLine2];

    /// <summary>A column "Country Code" with letters holds the country that the address asks for.</summary>
    public static void MoveCountry(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)CountryCode] is not { } code || !char.IsAsciiLetter(code[0]))
            return;
        values[(int)CountryCode] = null;
        // Where there is no address, the country says the calling code and no more.
        if (Address.All(field => values[(int)field] is null))
            return;
        values[(int)Country] ??= code;
        if (values[(int)Country] != code)
            Add(problems, CountryCode, ProviderMessages.CountriesDisagree(code, values[(int)Country]!));
    }

    /// <summary>Checks that an address has what the provider needs of one; takes it away where it may be left out.</summary>
    /// <param name="values">The values by field; changed in place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="check">Whether an incomplete address is left out; takes what the user should know.</param>
    /// <param name="needed">The fields that an address needs at the provider.</param>
    public static void Check(string?[] values, List<FieldProblem> problems, RowCheck check, IReadOnlyList<CustomerField> needed)
    {
        var given = Address.Where(field => values[(int)field] is not null).ToList();
        if (given.Count == 0)
            return;
        // A country or a state alone is no address: it says where the customer is, and how the telephone number is read.
        if (given.TrueForAll(field => field is Country or State))
        {
            foreach (var field in given)
                values[(int)field] = null;
            check.Warn(ProviderMessages.CountryAlone(given));
            return;
        }

        var missing = needed.Where(field => values[(int)field] is null).ToList();
        if (missing.Count > 0 && check.LeavesIncompleteAddress)
        {
            foreach (var field in given)
                values[(int)field] = null;
            check.Warn(ProviderMessages.AddressLeft(needed));
            return;
        }

        foreach (var field in missing)
            Add(problems, field, ProviderMessages.AddressIncomplete(field, needed));
        if (values[(int)Country] is { } country && values[(int)Postcode] is { } code && PostalCodes.MissesZeros(country, code) is { } digits)
            Add(problems, Postcode, FieldMessages.FieldProblem(nameof(Postcode), Mask.Value(Postcode, code), ProviderMessages.PostcodeShort(country, digits)));
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
