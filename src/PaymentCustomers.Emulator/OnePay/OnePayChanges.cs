using PaymentCustomers.Emulator.Faults;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Errors that only responses of OnePay can have.</summary>
internal static class OnePayChanges
{
    public static readonly IReadOnlyList<AnswerChange> All =
    [
        .. CommonChanges.All,
        new("otherPhone", "The phone number of somebody else.", CommonChanges.Single, (body, _) => body["phone"] = "+573009999999"),
        new("otherName", "The name of somebody else.", CommonChanges.Single, (body, _) =>
        {
            body["first_name"] = "Somebody";
            body["last_name"] = "Else";
        }),
        new("otherDocument", "The document number of somebody else.", CommonChanges.Single, (body, _) => body["document_number"] = "9999999999"),
        new("otherDocumentType", "Another document type.", CommonChanges.Single, (body, _) =>
            body["document_type"] = (string?)body["document_type"] == "PASSPORT" ? "CE" : "PASSPORT"),
        new("oldCreatedAt", "A created_at of years ago, as in a replay of an earlier create.", CommonChanges.Single, (body, _) =>
            body["created_at"] = "2020-01-31T12:00:00.000000Z"),
        new("noCreatedAt", "No created_at.", CommonChanges.Single, (body, _) => body.Remove("created_at")),
    ];
}
