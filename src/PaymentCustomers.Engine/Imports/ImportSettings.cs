using System.Text;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>What is asked of an import.</summary>
/// <param name="Path">The file.</param>
internal sealed record ImportSettings(string Path)
{
    /// <summary>How the run goes.</summary>
    public RunOptions Run { get; init; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Null to find it by the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Of a file without byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The worksheet of a workbook; null for the first one that holds anything.</summary>
    public string? Worksheet { get; init; }

    /// <summary>What the columns are, where their names do not say it, and what holds for all rows.</summary>
    public ImportMap Map { get; init; } = ImportMap.Empty;

    /// <summary>Where the mapping that was found is written, to be changed and kept; null for nowhere.</summary>
    public string? SaveMapPath { get; init; }

    /// <summary>The values that the command line gives for all rows.</summary>
    public IReadOnlyDictionary<CustomerField, string> Given { get; init; } = new Dictionary<CustomerField, string>();

    /// <summary>In which form dates are written, where that is not ISO 8601; goes before the map's.</summary>
    public string? DateFormat { get; init; }

    public bool IgnoresUnsupported { get; init; }

    public PhoneCheck PhoneCheck { get; init; }

    /// <summary>Whether an incomplete address is left out instead of refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>
    /// Where the run is recorded, a file or the address of a shared journal; null for a file beside the input, and of a
    /// practice run for nowhere.
    /// </summary>
    public string? JournalPath { get; init; }

    /// <summary>Whether the provider is an emulator that ends with the run: what it was sent is gone then, and no later run could go on with it.</summary>
    public bool IsPractice { get; init; }

    /// <summary>Where the rows without a customer go; null for a file beside the input.</summary>
    public string? RejectPath { get; init; }

    /// <summary>Where the rows with a customer go; null for a file beside the input.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Where the report goes, an HTML page; null for no report.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Whether the report shows personal values whole.</summary>
    public bool ShowsPersonalData { get; init; }

    /// <summary>Only so many rows are sent; null for all.</summary>
    public long? First { get; init; }

    /// <summary>Whether the file is only checked.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether nobody is asked before the first row in production.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>How people write a parameter: <c>-Encoding</c> in PowerShell, <c>--encoding</c> in a shell.</summary>
    public Func<string, string> Spell { get; init; } = parameter => $"-{parameter}";

    /// <summary>Told of what goes on; null if nobody wants to know.</summary>
    public IEngineLog? Log { get; init; }

#pragma warning disable RS0030 // The one place where the clock of the machine is named: the default.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
