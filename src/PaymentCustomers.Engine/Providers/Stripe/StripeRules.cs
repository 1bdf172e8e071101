using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Text;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>The rules of Stripe that concern several fields (contracts/stripe.md, "Create").</summary>
internal static class StripeRules
{
    private const int LongestName = 256;
    private const int MostMembers = 50;
    private const int LongestMemberName = 40;
    private const int LongestMemberValue = 500;

    private static readonly CustomerField[] Person = [FirstName, MiddleName, LastName];

    private static readonly CustomerField[] Who = [FirstName, MiddleName, LastName, BusinessName, Email, Phone];

    private static readonly CustomerField[] AddressNeeds = [AddressLine1];

    public static void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        // Stripe requires no field. A customer without any identifying field would be of no use.
        if (!check.IsChange && Array.TrueForAll(Who, field => values[(int)field] is null))
            Add(problems, FirstName, StripeMessages.Nobody);
        CheckName(values, problems, check);
        ReadPhone(values, problems, check);
        AddressRules.Check(values, problems, check, AddressNeeds);
        if (values[(int)Metadata] is { } metadata && !problems.Exists(problem => problem.Field == nameof(Metadata)))
            values[(int)Metadata] = CheckMetadata(metadata, problems);
    }

    private static void CheckName(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        // Stripe has one name, so that changing only one part of it would lose the other.
        if (check is { IsChange: true, HasWholeName: false } && (values[(int)FirstName] is null) != (values[(int)LastName] is null))
            Add(problems, values[(int)FirstName] is null ? FirstName : LastName, StripeMessages.HalfOfName);
        var person = string.Join(' ', Person.Select(field => values[(int)field]).OfType<string>());
        if (values[(int)BusinessName] is { } company)
        {
            if (person.Length > 0)
                Add(problems, BusinessName, StripeMessages.PersonAndBusiness);
            person = company;
        }

        if (person.Length > LongestName)
        {
            var field = values[(int)BusinessName] is null ? FirstName : BusinessName;
            Add(problems, field, FieldMessages.FieldProblem(field.ToString(), Mask.Value(field, person), TextMessages.TooLong(person.Length, LongestName)));
        }
    }

    private static void ReadPhone(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        if (PhoneRules.Read(values, problems, check) is { } phone)
            values[(int)Phone] = phone.E164;
        AddressRules.MoveCountry(values, problems);
    }

    /// <summary>The metadata with all values as texts, because Stripe supports only texts.</summary>
    private static string? CheckMetadata(string json, List<FieldProblem> problems)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(MetadataKey.Take(json).Metadata ?? "{}");
        foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            // GetRawText, because .NET writes booleans with a capital letter.
            texts[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Add(problems, Metadata, StripeMessages.MetadataNested(member.Name));
            else if (member.Name.Length is 0 or > LongestMemberName || member.Name.AsSpan().ContainsAny('[', ']'))
                Add(problems, Metadata, StripeMessages.MetadataName(member.Name, LongestMemberName));
            else if (texts[member.Name].Length > LongestMemberValue)
                Add(problems, Metadata, StripeMessages.MetadataValue(member.Name, texts[member.Name].Length, LongestMemberValue));
        }

        // One member is reserved for the key.
        if (texts.Count >= MostMembers)
            Add(problems, Metadata, StripeMessages.MetadataCount(texts.Count, MostMembers - 1));
        return texts.Count == 0 ? null : MetadataKey.Write(texts);
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
