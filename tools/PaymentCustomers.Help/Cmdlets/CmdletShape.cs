using System.Collections.Immutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>A cmdlet as its attributes declare it.</summary>
internal sealed record CmdletShape(string TypeName, string Verb, string Noun)
{
    public string Name => $"{Verb}-{Noun}";

    public string? DefaultParameterSet { get; init; }

    public bool SupportsShouldProcess { get; init; }

    public bool SupportsPaging { get; init; }

    public bool HasOutputType { get; init; }

    /// <summary>Those that it declares; PowerShell's own are not among them.</summary>
    public required ImmutableArray<ParameterShape> Parameters { get; init; }

    /// <summary>The default set first; one of all parameters where no parameter names a set.</summary>
    public IEnumerable<string> ParameterSets =>
        Parameters.SelectMany(parameter => parameter.Sets).Select(set => set.Name).Where(name => name != ParameterSetShape.All).Distinct()
            .OrderBy(name => name != DefaultParameterSet).DefaultIfEmpty(ParameterSetShape.All);
}
