using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Completes the names of the providers.</summary>
internal sealed class ProviderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from provider in PaymentProviders.All
        where Completion.Fits(provider.Name, wordToComplete)
        select Completion.Of(provider.Name, provider.Access.BaseUri(PaymentEnvironment.Production).Host);
}
