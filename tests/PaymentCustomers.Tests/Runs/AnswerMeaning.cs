using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What can be concluded from an answer alone.</summary>
internal static class AnswerMeaning
{
    /// <summary>These faults end when a timer says so. DotsAmbiguityTests and CancellationTests test them.</summary>
    private static readonly FaultKind[] ByTheClock = [FaultKind.Timeout, FaultKind.SlowDrip, FaultKind.DelayedStore];

    /// <summary>Complete and correct answers. Nothing in them shows that the customer does not exist.</summary>
    private static readonly string[] Lies =
    [
        "sameId", "onlyId", "wrapped", "wrongTypes", "nullMembers", "largeBody", "noCreatedAt", "noCreated", "textCreated", "otherMode", "otherObject", "noMetadata",
        "idBefore", "idAfter",
    ];

    /// <summary>Every answer that a create request can get, whether the customer is stored or not.</summary>
    public static IReadOnlyList<EmulatorFault> AnswersOf(string provider) =>
        [.. EmulatedProvider.Parse(provider).Faults.Where(fault => fault.HasStorage && !ByTheClock.Contains(fault.Rules[0].Kind))];

    /// <summary>Whether the answer reports a customer that does not exist under that id.</summary>
    public static bool IsLie(EmulatorFault answer, FaultStorage storage) =>
        Lies.Contains(answer.Name) && (storage == FaultStorage.Never || answer.Name == "sameId");

    /// <summary>Whether the provider says explicitly that it did not create the customer. Such an answer is believed
    /// (docs/answers.md). Statuses that do not say so are not included.</summary>
    public static bool IsRefusal(EmulatorFault answer, string provider) => answer.Rules[0] switch
    {
        { Change: "successFalse" } => true,
        { Kind: not FaultKind.Status } => false,
        { Code: 408 or 409 or 423 or 425 or 499 } => false,
        { Code: >= 400 and < 500 } => true,
        // Dots puts "success": false into the body of every refusal.
        { Code: >= 200 and < 300 } => provider == "Dots",
        _ => false,
    };
}
