using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Text;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>What Dots asks of several fields together (contracts/dots.md, "The object").</summary>
internal static class DotsRules
{
    private const int LongestName = 50;

    private static readonly CustomerField[] Names = [FirstName, MiddleName, LastName, BusinessName];

    private static readonly CustomerField[] Address = [Country, City, State, Postcode, AddressLine1, AddressLine2];

    public static void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        CheckNames(values, problems);
        SplitPhone(values, problems, check);
        CheckAddress(values, problems, check);
        if (values[(int)Metadata] is { } metadata && problems.Count == 0)
            values[(int)Metadata] = DotsKey.Take(metadata).Metadata;
    }

    private static void CheckNames(string?[] values, List<FieldProblem> problems)
    {
        foreach (var name in Names)
        {
            if (values[(int)name] is { Length: > LongestName } text)
                Add(problems, name, FieldMessages.FieldProblem(name.ToString(), Mask.Value(name, text), TextMessages.TooLong(text.Length, LongestName)));
        }

        var isPerson = values[(int)FirstName] is not null || values[(int)MiddleName] is not null || values[(int)LastName] is not null;
        if (values[(int)BusinessName] is not null)
        {
            if (isPerson)
                Add(problems, BusinessName, DotsMessages.PersonAndBusiness);
            return;
        }

        if (!isPerson)
        {
            Add(problems, FirstName, DotsMessages.NeitherPersonNorBusiness);
            return;
        }

        foreach (var name in new[] { FirstName, LastName })
        {
            if (values[(int)name] is null)
                Add(problems, name, DotsMessages.NameIncomplete(name.ToString()));
        }
    }

    private static void SplitPhone(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        var phone = PhoneRules.Read(values, problems, check);
        MoveCountry(values, problems);
        if (phone is not { } number)
            return;
        values[(int)Phone] = number.National;
        values[(int)CountryCode] = number.CallingCode;
    }

    /// <summary>A column "Country Code" with letters holds the country that the address asks for.</summary>
    private static void MoveCountry(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)CountryCode] is not { } code || !char.IsAsciiLetter(code[0]))
            return;
        values[(int)CountryCode] = null;
        // Where there is no address, the country says the calling code and no more.
        if (Address.All(field => values[(int)field] is null))
            return;
        values[(int)Country] ??= code;
        if (values[(int)Country] != code)
            Add(problems, CountryCode, DotsMessages.CountriesDisagree(code, values[(int)Country]!));
    }

    private static void CheckAddress(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        var given = Address.Where(field => values[(int)field] is not null).ToList();
        if (given.Count == 0)
            return;
        // A country alone is no address: it says where the customer is, and how the telephone number is read.
        if (given is [Country])
        {
            values[(int)Country] = null;
            check.Warn(DotsMessages.CountryAlone);
            return;
        }

        var missing = Address.Where(field => field != AddressLine2 && values[(int)field] is null).ToList();
        if (missing.Count > 0 && check.LeavesIncompleteAddress)
        {
            foreach (var field in given)
                values[(int)field] = null;
            check.Warn(DotsMessages.AddressLeft);
            return;
        }

        foreach (var field in missing)
            Add(problems, field, DotsMessages.AddressIncomplete(field.ToString()));
        if (values[(int)Country] is { } country && values[(int)Postcode] is { } code && PostalCodes.MissesZeros(country, code) is { } digits)
            Add(problems, Postcode, FieldMessages.FieldProblem(nameof(Postcode), Mask.Value(Postcode, code), DotsMessages.PostcodeShort(country, digits)));
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
