using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Offers <c>Auto</c> and usual numbers of requests at once.</summary>
internal sealed class RequestLimitCompleter : IArgumentCompleter
{
    private static readonly string[] Usual = ["Auto", "8", "16", "32", "64"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Usual.Where(value => Completion.Fits(value, wordToComplete))
            .Select(value => Completion.Of(value, value == "Auto" ? Messages.ThrottleLimitAuto : Messages.ThrottleLimitOf(value)))
            .DefaultIfEmpty(NoFilesCompleter.AsTyped(wordToComplete));
}
