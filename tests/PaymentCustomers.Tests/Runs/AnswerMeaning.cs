using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What nobody could know better of an answer, from the answer alone.</summary>
internal static class AnswerMeaning
{
    /// <summary>They end when a clock says so, which is another test's (DotsAmbiguityTests, CancellationTests).</summary>
    private static readonly FaultKind[] ByTheClock = [FaultKind.Timeout, FaultKind.SlowDrip, FaultKind.DelayedStore];

    /// <summary>A whole and right answer, where nothing shows that there is no such customer.</summary>
    private static readonly string[] Lies =
    [
        "sameId", "onlyId", "wrapped", "wrongTypes", "nullMembers", "largeBody", "noCreatedAt", "noCreated", "textCreated", "otherMode", "otherObject", "noMetadata",
        "idBefore", "idAfter",
    ];

    /// <summary>Every answer that a create can get, whether it is carried out or not.</summary>
    public static IReadOnlyList<EmulatorFault> AnswersOf(string provider) =>
        [.. EmulatedProvider.Parse(provider).Faults.Where(fault => fault.HasStorage && !ByTheClock.Contains(fault.Rules[0].Kind))];

    /// <summary>Whether the answer says that there is a customer, which is not there under that id.</summary>
    public static bool IsLie(EmulatorFault answer, FaultStorage storage) =>
        Lies.Contains(answer.Name) && (storage == FaultStorage.Never || answer.Name == "sameId");

    /// <summary>
    /// Whether the provider says itself, in so many words, that it did not create the customer: that is believed
    /// (docs/answers.md). Statuses that leave it open are not among them.
    /// </summary>
    public static bool IsRefusal(EmulatorFault answer, string provider) => answer.Rules[0] switch
    {
        { Change: "successFalse" } => true,
        { Kind: not FaultKind.Status } => false,
        { Code: 408 or 409 or 423 or 425 or 499 } => false,
        { Code: >= 400 and < 500 } => true,
        // Dots has "success": false in the body of whatever it refuses.
        { Code: >= 200 and < 300 } => provider == "Dots",
        _ => false,
    };
}
