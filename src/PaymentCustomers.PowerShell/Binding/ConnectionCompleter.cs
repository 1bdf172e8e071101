using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Completes the names of the runspace's connections.</summary>
internal sealed class ConnectionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from connection in RunspaceConnections.Current.All
        where Completion.Fits(connection.Name, wordToComplete)
        select Completion.Of(connection.Name, connection.ToString());
}
