using System.Text;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>What the user specified about a file.</summary>
/// <param name="Path">The path of the file.</param>
internal sealed record InputOptions(string Path)
{
    /// <summary>The delimiter of a CSV file; null to detect it from the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding of a text file without byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The worksheet of a workbook; null for the first one that is visible and not empty.</summary>
    public string? Worksheet { get; init; }

    /// <summary>How the user writes a parameter: <c>-Encoding</c> in PowerShell, <c>--encoding</c> in a shell.</summary>
    public Func<string, string> Spell { get; init; } = parameter => $"-{parameter}";

    /// <summary>Whether a name is a known column name. This distinguishes the header from title lines.</summary>
    public Func<string, bool> IsKnown { get; init; } = name => ColumnNames.Meaning(name) is not null || ColumnNames.MetadataMember(name) is not null;
}
