using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Completes the names of the providers.</summary>
public sealed class ProviderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from name in PaymentProviders.Names
        where name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(name);
}
