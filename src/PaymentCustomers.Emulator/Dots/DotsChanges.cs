using PaymentCustomers.Emulator.Faults;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>Errors that only responses of Dots can have.</summary>
internal static class DotsChanges
{
    public static readonly IReadOnlyList<AnswerChange> All =
    [
        .. CommonChanges.All,
        new("otherPhone", "The phone number of somebody else.", CommonChanges.Single, (body, _) =>
        {
            body["country_code"] = "1";
            body["phone_number"] = "2015550199";
        }),
        new("otherName", "The name of somebody else.", [EmulatedOperation.Retrieve], (body, _) =>
        {
            body["first_name"] = "Somebody";
            body["last_name"] = "Else";
        }),
    ];
}
