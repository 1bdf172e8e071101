using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>The content of a cmdlet's help page.</summary>
internal sealed record CmdletHelp(CmdletShape Shape)
{
    public required string Synopsis { get; init; }

    public required IReadOnlyList<Block> Description { get; init; }

    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    public required IReadOnlyList<Block> Notes { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }
}

/// <param name="Number">The number of the example, from 1.</param>
/// <param name="Title">The title without the number.</param>
/// <param name="Code">The command to type.</param>
/// <param name="Remarks">What the command does.</param>
internal sealed record ExampleHelp(int Number, string Title, string Code, IReadOnlyList<Block> Remarks);

internal sealed record ParameterHelp(ParameterShape Shape, IReadOnlyList<Block> Description, string? Default);

internal sealed record TypeHelp(string Name, IReadOnlyList<Block> Description);
