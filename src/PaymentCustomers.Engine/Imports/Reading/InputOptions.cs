using System.Text;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>What is said of a file beside its path.</summary>
/// <param name="Path">The file.</param>
internal sealed record InputOptions(string Path)
{
    /// <summary>Of a CSV file; null to find it by the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Of a text file without byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The worksheet of a workbook; null for the first that is visible and holds anything.</summary>
    public string? Worksheet { get; init; }

    /// <summary>How people write a parameter: <c>-Encoding</c> in PowerShell, <c>--encoding</c> in a shell.</summary>
    public Func<string, string> Spell { get; init; } = parameter => $"-{parameter}";

    /// <summary>Whether a name is one of a column that somebody knows: the header is told from the lines above it by that.</summary>
    public Func<string, bool> IsKnown { get; init; } = name => ColumnNames.Meaning(name) is not null || ColumnNames.MetadataMember(name) is not null;
}
