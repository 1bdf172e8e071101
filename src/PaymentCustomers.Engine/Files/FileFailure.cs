namespace PaymentCustomers.Engine.Files;

/// <summary>Why a file cannot be written, as people read it.</summary>
internal static class FileFailure
{
    /// <summary>The system's own words. .NET takes a file that would be larger than the system allows for a wrong argument, and names that.</summary>
    public static string Reason(Exception cause) =>
        cause is ArgumentException { ParamName: not null } && cause.Message.LastIndexOf('(') is > 0 and var name ? cause.Message[..name].TrimEnd() : cause.Message;
}
