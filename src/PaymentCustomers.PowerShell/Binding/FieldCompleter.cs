using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Completes the values of fields with a fixed set of values; countries also by name.</summary>
internal sealed class FieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from choice in FieldCatalog.Rule(Enum.Parse<CustomerField>(parameterName)).Choices
        where Completion.Fits(choice.Value, wordToComplete) || Completion.Fits(choice.Description, wordToComplete)
        select Completion.Of(choice.Value, choice.Description);
}
