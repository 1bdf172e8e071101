namespace PaymentCustomers.Tests.PowerShell;

/// <summary>This machine has no PowerShell and can fetch none.</summary>
/// <param name="message">Why, and what can be done.</param>
internal sealed class PowerShellMissingException(string message) : Exception(message);
