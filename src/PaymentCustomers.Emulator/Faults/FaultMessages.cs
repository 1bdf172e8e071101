using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Messages of errors that a rule selects.</summary>
internal static class FaultMessages
{
    /// <summary>
    /// Terminal colours, a window title, a write to the clipboard, C1 controls, line breaks, a direction mark that hides the text after
    /// it, an invisible character and NUL.
    /// </summary>
    public const string Control =
        "line one\r\nline two \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b]52;c;ZXZpbA==\u0007 \u009b2J \u202etxt.exe\u202c \u2066x\u2069 \u200b\u0000 end";

    private const int HugeLength = 8 * 1024 * 1024;

    private static readonly Lazy<string> Huge = new(() => string.Concat(Enumerable.Repeat("0123456789abcdef", HugeLength / 16)));

    public static string Of(FaultMessage message, IProviderApi api, ProviderRequest request) => message switch
    {
        FaultMessage.Huge => Huge.Value,
        FaultMessage.Personal => api.AlreadyThere(request),
        _ => Control,
    };
}
