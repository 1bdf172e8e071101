using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// For parameters whose values nobody can guess, such as an id. Where a completer has nothing to offer PowerShell offers
/// the files of the folder; so what was typed is offered, or a space.
/// </summary>
internal sealed class NoFilesCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        [AsTyped(wordToComplete)];

    /// <summary>What leaves the line as it is.</summary>
    public static CompletionResult AsTyped(string word) => new(word.Length == 0 ? " " : word);
}
