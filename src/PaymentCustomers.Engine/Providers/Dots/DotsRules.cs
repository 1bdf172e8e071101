using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Text;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>The rules of Dots that concern several fields (contracts/dots.md, "The object").</summary>
internal static class DotsRules
{
    private const int LongestName = 50;

    private static readonly CustomerField[] Names = [FirstName, MiddleName, LastName, BusinessName];

    private static readonly CustomerField[] Address = [Country, City, State, Postcode, AddressLine1];

    public static void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        CheckNames(values, problems);
        SplitPhone(values, problems, check);
        AddressRules.Check(values, problems, check, Address);
        if (values[(int)Metadata] is { } metadata && problems.Count == 0)
            values[(int)Metadata] = MetadataKey.Take(metadata).Metadata;
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
        AddressRules.MoveCountry(values, problems);
        if (phone is not { } number)
            return;
        values[(int)Phone] = number.National;
        values[(int)CountryCode] = number.CallingCode;
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
