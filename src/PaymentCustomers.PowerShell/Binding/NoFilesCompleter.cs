using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// For parameters whose values cannot be completed, such as an id. If a completer returns nothing, PowerShell offers the files of
/// the folder. Returning the typed text, or a space, prevents that.
/// </summary>
internal sealed class NoFilesCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        [AsTyped(wordToComplete)];

    /// <summary>A completion that leaves the line unchanged.</summary>
    public static CompletionResult AsTyped(string word) => new(word.Length == 0 ? " " : word);
}
