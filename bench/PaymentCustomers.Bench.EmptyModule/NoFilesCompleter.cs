using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Replaces the completer of the real cmdlets; completes nothing.</summary>
public sealed class NoFilesCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
