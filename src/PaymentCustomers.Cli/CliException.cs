namespace PaymentCustomers.Cli;

/// <summary>Why the program cannot go on, in words for people. Holds no secret.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="action">What to do now.</param>
internal sealed class CliException(string message, string? action = null) : Exception(message)
{
    public string? Action { get; } = action;
}
