using System.Net;
using System.Text;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The settings of an import.</summary>
/// <param name="Path">The file to import.</param>
internal sealed record ImportSettings(string Path)
{
    /// <summary>The settings of the run.</summary>
    public RunOptions Run { get; init; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The delimiter of a CSV file; null to detect it from the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding of a file without byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The worksheet of a workbook; null for the first one that is not empty.</summary>
    public string? Worksheet { get; init; }

    /// <summary>The mapping: fields of columns whose names do not tell, and values for all rows.</summary>
    public ImportMap Map { get; init; } = ImportMap.Empty;

    /// <summary>The path to which the detected mapping is written, so that it can be edited and reused; null to write none.</summary>
    public string? SaveMapPath { get; init; }

    /// <summary>Values from the command line for all rows.</summary>
    public IReadOnlyDictionary<CustomerField, string> Given { get; init; } = new Dictionary<CustomerField, string>();

    /// <summary>The date format, if it is not ISO 8601. It overrides the format in the mapping.</summary>
    public string? DateFormat { get; init; }

    public bool IgnoresUnsupported { get; init; }

    public PhoneCheck PhoneCheck { get; init; }

    /// <summary>Whether an incomplete address is omitted. Otherwise its row is refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>
    /// The journal: a file, or the address of a shared journal. Null for a file next to the input; a practice run then has no
    /// journal.
    /// </summary>
    public string? JournalPath { get; init; }

    /// <summary>The user and the password of a shared journal's database; null for those of the address and the environment.</summary>
    public NetworkCredential? JournalCredential { get; init; }

    /// <summary>Whether the provider is an emulator that exists for this run only. Its customers are lost afterwards, so that no later run could continue.</summary>
    public bool IsPractice { get; init; }

    /// <summary>The path for the rows without a customer; null for a file next to the input.</summary>
    public string? RejectPath { get; init; }

    /// <summary>The path for the rows with a customer; null for a file next to the input.</summary>
    public string? OutputPath { get; init; }

    /// <summary>The path of the HTML report; null to write none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Whether the report shows personal values unmasked.</summary>
    public bool ShowsPersonalData { get; init; }

    /// <summary>The maximum number of rows to send; null for all.</summary>
    public long? First { get; init; }

    /// <summary>Whether the file is only checked.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether rows are sent in production without asking for confirmation.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>How the user writes a parameter: <c>-Encoding</c> in PowerShell, <c>--encoding</c> in a shell.</summary>
    public Func<string, string> Spell { get; init; } = parameter => $"-{parameter}";

    /// <summary>Receives log messages; null to log nothing.</summary>
    public IEngineLog? Log { get; init; }

#pragma warning disable RS0030 // The default; the only use of the system clock.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
