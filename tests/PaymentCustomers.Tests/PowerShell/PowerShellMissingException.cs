namespace PaymentCustomers.Tests.PowerShell;

/// <summary>This machine has no PowerShell, and none can be downloaded.</summary>
/// <param name="message">The reason, and what can be done.</param>
internal sealed class PowerShellMissingException(string message) : Exception(message);
