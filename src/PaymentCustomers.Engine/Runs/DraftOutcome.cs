using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The outcome of a draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Customer">The customer, if there is one.</param>
/// <param name="Error">The error, if there was one.</param>
internal sealed record DraftOutcome(
    Draft Draft, CustomerOutcome Outcome, PaymentCustomerResult? Customer, PaymentError? Error);
