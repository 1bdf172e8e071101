using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What became of a draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Customer">The customer, if there is one now.</param>
/// <param name="Error">What went wrong, if anything did.</param>
internal sealed record DraftOutcome(
    Draft Draft, CustomerOutcome Outcome, PaymentCustomerResult? Customer, PaymentError? Error);
