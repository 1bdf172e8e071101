using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Stands where the real cmdlets complete a value.</summary>
public sealed class FieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
