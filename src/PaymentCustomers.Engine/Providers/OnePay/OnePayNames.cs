using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>
/// OnePay has two names. Further given names go behind the first. A company's legal name stands over both: its first word is
/// the first name, the rest is the last name, so that both joined with one space are the legal name again.
/// </summary>
internal static class OnePayNames
{
    public static void Join(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)MiddleName] is { } middle)
        {
            values[(int)FirstName] = values[(int)FirstName] is { } first ? $"{first} {middle}" : middle;
            values[(int)MiddleName] = null;
        }

        if (values[(int)BusinessName] is not { } legalName)
            return;
        values[(int)BusinessName] = null;
        if (values[(int)FirstName] is not null || values[(int)LastName] is not null)
        {
            // A customer of this provider may come back with both.
            if ($"{values[(int)FirstName]} {values[(int)LastName]}" != legalName)
                Add(problems, OnePayMessages.PersonAndCompany);
            return;
        }

        var words = legalName.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2)
            Add(problems, OnePayMessages.CompanyOfOneWord);
        values[(int)FirstName] = words[0];
        values[(int)LastName] = words[^1];
        // Who has a legal name and no document of a person is a company.
        if (values[(int)DocumentType] is null)
            values[(int)CustomerType] ??= OnePayRules.Company;
        else if (values[(int)CustomerType] is null && values[(int)DocumentType] != OnePayRules.CompanyDocument)
            Add(problems, OnePayMessages.CompanyWithoutNit);
    }

    private static void Add(List<FieldProblem> problems, string message) =>
        problems.Add(new FieldProblem(nameof(BusinessName), PaymentErrorId.CustomerInvalid, message));
}
