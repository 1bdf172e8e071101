using System.Collections.Immutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>How one parameter set takes a parameter.</summary>
internal sealed record ParameterSetShape(string Name)
{
    /// <summary>The name of what stands for every set.</summary>
    public const string All = "__AllParameterSets";

    public bool IsMandatory { get; init; }

    /// <summary>Null if the parameter must be named.</summary>
    public int? Position { get; init; }

    public bool IsFromPipeline { get; init; }

    public bool IsFromPipelineByName { get; init; }
}

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The full name of its type.</param>
internal sealed record ParameterShape(string Name, string Type)
{
    private const string Nullable = "System.Nullable`1<";

    public ImmutableArray<string> Aliases { get; init; } = [];

    public required ImmutableArray<ParameterSetShape> Sets { get; init; }

    /// <summary>All values there are; empty if they cannot be counted.</summary>
    public ImmutableArray<string> AcceptedValues { get; init; } = [];

    public bool AcceptsWildcards { get; init; }

    /// <summary>Whether a set binds it from the pipeline by property name.</summary>
    public bool IsBoundByName => Sets.Any(set => set.IsFromPipelineByName);

    public bool IsSwitch => TypeName == "SwitchParameter";

    /// <summary>The type as PowerShell's help names it.</summary>
    public string TypeName => WithoutNullable(Type).Split('.')[^1];

    /// <summary>How that set takes it; null if it does not.</summary>
    public ParameterSetShape? In(string set) => Sets.FirstOrDefault(own => own.Name == set || own.Name == ParameterSetShape.All);

    public static string WithoutNullable(string type) =>
        type.StartsWith(Nullable, StringComparison.Ordinal) ? type[Nullable.Length..^1] : type;
}
