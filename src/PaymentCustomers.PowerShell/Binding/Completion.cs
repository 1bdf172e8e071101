using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Functions that the completers share.</summary>
internal static class Completion
{
    /// <summary>Whether a value starts with what was typed, ignoring quotes.</summary>
    public static bool Fits(string value, string typed) =>
        value.StartsWith(typed.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A completion with a tooltip; the value is quoted if necessary.</summary>
    public static CompletionResult Of(string value, string tooltip)
    {
        var text = value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        return new CompletionResult(text, value, CompletionResultType.ParameterValue, tooltip);
    }
}
