using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>The faults that only OnePay can have.</summary>
internal static class OnePayFaults
{
    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        Rule("keyInUse", "The first attempt is stored and its answer lost; the next two are answered 409, key in use; then the customer is answered.", KeyInUse("")),
        Rule("keyInUseWait", "As keyInUse, with Retry-After: 1.", KeyInUse(",\"retryAfter\":\"1\"")),
        Rule("replayDeleted", "A replay of a customer that was deleted since: an old created_at, and nothing is stored.", """{"operation":"create","kind":"altered","change":"oldCreatedAt"}"""),
        Option("documentIgnored", "The list ignores document_number and shows everybody.", """{"onePayDocumentFilter":"ignored"}"""),
        Option("documentTaken409", "A document that exists already is refused with 409.", """{"onePayDuplicateDocument":"conflict409"}"""),
        Option("documentTaken422", "A document that exists already is refused with 422.", """{"onePayDuplicateDocument":"unprocessable422"}"""),
        Option("documentSame", "A document that exists already is answered with its customer.", """{"onePayDuplicateDocument":"same"}"""),
        Option("keyReused409", "A key that was used with another body is refused with 409.", """{"onePayKeyReuse":"conflict409"}"""),
        Option("pageAlwaysFirst", "Every page says that it is the first.", """{"onePayPageNumbers":"alwaysFirst"}"""),
        Option("pageZeros", "All page numbers are 0.", """{"onePayPageNumbers":"zeros"}"""),
        Option("pageTexts", "Page numbers are strings.", """{"onePayPageNumbers":"texts"}"""),
    ];

    private static string KeyInUse(string wait) =>
        $$"""{"operation":"create","kind":"reset","moment":"after","then":[{"kind":"status","code":409,"repeat":2{{wait}},"body":"{\"message\":\"La llave de idempotencia está en uso\",\"code\":\"10411\",\"code_name\":\"idempotency_key_in_use\"}"}]}""";
}
