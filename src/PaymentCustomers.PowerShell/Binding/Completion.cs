using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>What the completers have in common.</summary>
internal static class Completion
{
    /// <summary>Whether a value goes on with what was typed, quotes aside.</summary>
    public static bool Fits(string value, string typed) =>
        value.StartsWith(typed.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A value as it is inserted, in quotes where it needs them, with a tooltip.</summary>
    public static CompletionResult Of(string value, string tooltip)
    {
        var text = value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        return new CompletionResult(text, value, CompletionResultType.ParameterValue, tooltip);
    }
}
