namespace PaymentCustomers.Engine.Files;

/// <summary>Describes why a file cannot be written.</summary>
internal static class FileFailure
{
    /// <summary>
    /// The system's message. For a file larger than the system allows, .NET throws an ArgumentException whose message ends with the
    /// parameter's name; the name is removed.
    /// </summary>
    public static string Reason(Exception cause) =>
        cause is ArgumentException { ParamName: not null } && cause.Message.LastIndexOf('(') is > 0 and var name ? cause.Message[..name].TrimEnd() : cause.Message;
}
