using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>The rules of OnePay that concern several fields (contracts/onepay.md, "Create").</summary>
internal static class OnePayRules
{
    public const string Company = "company";
    public const string CompanyDocument = "NIT";

    public static void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        OnePayNames.Join(values, problems);
        PairDocument(values, problems);
        CheckDocument(values, problems);
        JoinPhone(values, problems, check);
        // The documented default. The documentation recommends to always send it.
        values[(int)EnableNotifications] ??= "true";
    }

    /// <summary>A company has a NIT and a person does not, so that customer type and document type imply each other if one is missing.</summary>
    private static void PairDocument(string?[] values, List<FieldProblem> problems)
    {
        var type = values[(int)CustomerType];
        var document = values[(int)DocumentType];
        if (type is null && document is not null)
            values[(int)CustomerType] = document == CompanyDocument ? Company : "natural";
        else if (document is null && type == Company)
            values[(int)DocumentType] = CompanyDocument;
        else if (type is not null && document is not null && IsKnown(CustomerType, type) && IsKnown(DocumentType, document)
            && (type == Company) != (document == CompanyDocument))
            Add(problems, DocumentType, OnePayMessages.DocumentOfOtherType(document, type));
    }

    private static bool IsKnown(CustomerField field, string value)
    {
        FieldCatalog.Rule(field).Check(value, out var problem);
        return problem is null;
    }

    private static void CheckDocument(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)DocumentNumber] is not { } given)
            return;
        values[(int)DocumentNumber] = DocumentNumbers.Normalize(values[(int)DocumentType], given, out var problem);
        if (problem is not null)
            Add(problems, DocumentNumber, FieldMessages.FieldProblem(nameof(DocumentNumber), Mask.Value(DocumentNumber, given), problem));
    }

    private static void JoinPhone(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        if (PhoneRules.Read(values, problems, check) is { } phone)
            values[(int)Phone] = phone.E164;
    }

    private static void Add(List<FieldProblem> problems, CustomerField field, string message) =>
        problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, message));
}
