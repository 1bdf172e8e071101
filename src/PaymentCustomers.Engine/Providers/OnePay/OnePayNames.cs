using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Text;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>
/// OnePay has only a first and a last name. Middle names are appended to the first name. A company's legal name is split: its first
/// word is the first name, the rest is the last name, so that joining both with a space gives the legal name again.
/// </summary>
internal static class OnePayNames
{
    public static void Join(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)MiddleName] is { } middle)
        {
            var joined = values[(int)FirstName] is { } first ? $"{first} {middle}" : middle;
            values[(int)FirstName] = joined;
            values[(int)MiddleName] = null;
            // Each name was short enough alone; the joined name may be too long.
            if (TextChecks.Problem(joined, FieldCatalog.Rule(FirstName).MaxLength) is { } problem)
                Add(problems, FirstName, FieldMessages.FieldProblem(nameof(FirstName), Mask.Value(FirstName, joined), problem));
        }

        // Programs with columns only for persons put a company's name into the first name.
        if (values[(int)BusinessName] is null && values[(int)LastName] is null && IsCompany(values))
            (values[(int)BusinessName], values[(int)FirstName]) = (values[(int)FirstName], null);
        if (values[(int)BusinessName] is not { } legalName)
            return;
        values[(int)BusinessName] = null;
        if (values[(int)FirstName] is not null || values[(int)LastName] is not null)
        {
            // A customer exported from this provider may have both.
            if ($"{values[(int)FirstName]} {values[(int)LastName]}" != legalName)
                Add(problems, BusinessName, OnePayMessages.PersonAndCompany);
            return;
        }

        var words = legalName.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2)
            Add(problems, BusinessName, OnePayMessages.CompanyOfOneWord);
        values[(int)FirstName] = words[0];
        values[(int)LastName] = words[^1];
        // A row with a legal name and without a person's document is a company.
        if (values[(int)DocumentType] is null)
            values[(int)CustomerType] ??= OnePayRules.Company;
        else if (values[(int)CustomerType] is null && values[(int)DocumentType] != OnePayRules.CompanyDocument)
            Add(problems, BusinessName, OnePayMessages.CompanyWithoutNit);
    }

    private static bool IsCompany(string?[] values) =>
        values[(int)DocumentType] == OnePayRules.CompanyDocument || (values[(int)DocumentType] is null && values[(int)CustomerType] == OnePayRules.Company);

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
