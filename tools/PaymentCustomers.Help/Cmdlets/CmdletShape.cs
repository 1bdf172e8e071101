using System.Collections.Immutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>A cmdlet, as declared by its attributes.</summary>
internal sealed record CmdletShape(string TypeName, string Verb, string Noun)
{
    public string Name => $"{Verb}-{Noun}";

    public string? DefaultParameterSet { get; init; }

    public bool SupportsShouldProcess { get; init; }

    public bool SupportsPaging { get; init; }

    public bool HasOutputType { get; init; }

    /// <summary>The parameters that the cmdlet declares, without PowerShell's common parameters.</summary>
    public required ImmutableArray<ParameterShape> Parameters { get; init; }

    /// <summary>The parameter sets, the default set first. If no parameter names a set, one set with all parameters.</summary>
    public IEnumerable<string> ParameterSets =>
        Parameters.SelectMany(parameter => parameter.Sets).Select(set => set.Name).Where(name => name != ParameterSetShape.All).Distinct()
            .OrderBy(name => name != DefaultParameterSet).DefaultIfEmpty(ParameterSetShape.All);
}
