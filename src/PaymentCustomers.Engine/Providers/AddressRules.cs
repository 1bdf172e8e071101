using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Checks the address of a row, for all providers with addresses.</summary>
internal static class AddressRules
{
    private static readonly CustomerField[] Address = [Country, City, State, Postcode, AddressLine1, AddressLine2];

    /// <summary>Moves letters from a column "Country Code" to the country of the address.</summary>
    public static void MoveCountry(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)CountryCode] is not { } code || !char.IsAsciiLetter(code[0]))
            return;
        values[(int)CountryCode] = null;
        // Without an address, the country only determines the calling code.
        if (Address.All(field => values[(int)field] is null))
            return;
        values[(int)Country] ??= code;
        if (values[(int)Country] != code)
            Add(problems, CountryCode, ProviderMessages.CountriesDisagree(code, values[(int)Country]!));
    }

    /// <summary>Checks that an address is complete for the provider. Removes it if incomplete addresses are omitted.</summary>
    /// <param name="values">The values by field; changed in place.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <param name="check">Says whether incomplete addresses are omitted. Receives warnings.</param>
    /// <param name="needed">The fields that the provider requires in an address.</param>
    public static void Check(string?[] values, List<FieldProblem> problems, RowCheck check, IReadOnlyList<CustomerField> needed)
    {
        var given = Address.Where(field => values[(int)field] is not null).ToList();
        if (given.Count == 0)
            return;
        // A country or a state alone is not an address: it says where the customer lives, and how the telephone number is read.
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
        if (values[(int)Country] is { } country && values[(int)Postcode] is { } code && PostalCodes.Changed(country, code) is { } digits)
            Add(problems, Postcode, FieldMessages.FieldProblem(nameof(Postcode), Mask.Value(Postcode, code), ProviderMessages.PostcodeChanged(country, digits)));
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
