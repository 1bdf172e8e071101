using System.Collections.Immutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>A parameter in one parameter set.</summary>
internal sealed record ParameterSetShape(string Name)
{
    /// <summary>The name that stands for all parameter sets.</summary>
    public const string All = "__AllParameterSets";

    public bool IsMandatory { get; init; }

    /// <summary>Null if the parameter is not positional.</summary>
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

    /// <summary>All permitted values; empty if they are not a fixed set.</summary>
    public ImmutableArray<string> AcceptedValues { get; init; } = [];

    public bool AcceptsWildcards { get; init; }

    /// <summary>Whether a parameter set binds it from the pipeline by property name.</summary>
    public bool IsBoundByName => Sets.Any(set => set.IsFromPipelineByName);

    public bool IsSwitch => TypeName == "SwitchParameter";

    /// <summary>The name of the type in PowerShell's help.</summary>
    public string TypeName => WithoutNullable(Type).Split('.')[^1];

    /// <summary>The parameter in a parameter set; null if it is not part of the set.</summary>
    public ParameterSetShape? In(string set) => Sets.FirstOrDefault(own => own.Name == set || own.Name == ParameterSetShape.All);

    public static string WithoutNullable(string type) =>
        type.StartsWith(Nullable, StringComparison.Ordinal) ? type[Nullable.Length..^1] : type;
}
