namespace PaymentCustomers.Cli;

/// <summary>An error that ends the program, with a message for users. Contains no secret.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="action">What to do about it.</param>
internal sealed class CliException(string message, string? action = null) : Exception(message)
{
    public string? Action { get; } = action;
}
