using System.Text;
using PaymentCustomers.Engine.Text;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Checks the names of a row that is a person. Names of companies may have only digits, question marks or quotation marks.</summary>
internal static class PersonNames
{
    private static readonly CustomerField[] Parts = [FirstName, MiddleName, LastName];

    /// <summary>Checks the names, and removes quotation marks around them.</summary>
    /// <param name="values">The checked values by field; changed in place.</param>
    /// <param name="refuse">Receives each field that is not a name, and what is wrong.</param>
    public static void Check(string?[] values, Action<CustomerField, string> refuse)
    {
        // Programs with columns only for persons put a company's name into the first name.
        if (values[(int)DocumentType] == "NIT" || values[(int)CustomerType] == "company")
            return;
        foreach (var part in Parts)
        {
            if (values[(int)part] is not { } given)
                continue;
            var name = WithoutQuotes(given);
            values[(int)part] = name;
            if (IsNoName(name))
                refuse(part, FieldMessages.NoLetters);
            else if (LostLetters.Find(name, isPerson: true) is { } mark)
                refuse(part, FieldMessages.LostLetter(mark));
        }
    }

    // An order number ("#1001"), a customer number, marks for "none". Other texts without letters are sent.
    private static bool IsNoName(string name) =>
        !name.EnumerateRunes().Any(Rune.IsLetter)
        && (name is ['#', ..] || !name.AsSpan().ContainsAnyInRange('0', '9') || !name.AsSpan().ContainsAnyExceptInRange('0', '9'));

    /// <summary>The name without quotation marks around all of it.</summary>
    public static string WithoutQuotes(string name) =>
        name.Length > 2 && (name[0], name[^1]) is ('"', '"') or ('“', '”') or ('\'', '\'') && name.AsSpan(1, name.Length - 2).IndexOfAny("\"“”'") < 0
            ? name[1..^1].Trim()
            : name;
}
