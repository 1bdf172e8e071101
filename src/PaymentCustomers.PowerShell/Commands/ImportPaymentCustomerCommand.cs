using System.Collections;
using System.Management.Automation;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Creates the customers of files. Checks each file, asks for confirmation in production, and keeps the rows that failed.</summary>
[Cmdlet(VerbsData.Import, "PaymentCustomer", SupportsShouldProcess = true)]
[OutputType(typeof(PaymentImportSummary), typeof(PaymentImportCheck), typeof(PaymentCustomerResult))]
public sealed partial class ImportPaymentCustomerCommand : CheckCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<string> _imported = [];
    private bool _yesToAll;
    private bool _noToAll;
    private ImportMap _map = ImportMap.Empty;

    /// <summary>The files: CSV, workbooks, JSON or JSON Lines.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The mapping of columns whose names do not tell their field: a hashtable, or a file (.psd1 or .json).</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Map { get; set; }

    /// <summary>The path to which the detected mapping is written, so that it can be edited and given with -Map.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveMap { get; set; }

    /// <summary>The delimiter of a CSV file. By default it is detected from the header.</summary>
    [Parameter]
    public char Delimiter { get; set; }

    /// <summary>The encoding of a file without byte order mark that is not UTF-8: windows-1252, or 1252.</summary>
    [Parameter]
    [ValidateEncodingName]
    public string? Encoding { get; set; }

    /// <summary>The worksheet of a workbook. By default the first one that is not empty.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Worksheet { get; set; }

    /// <summary>The journal: a file, or the address of a journal that several machines share. By default a file next to the input.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The user and the password of a shared journal's database. They replace those of the address and the environment.</summary>
    [Parameter]
    [Credential]
    public PSCredential? JournalCredential { get; set; }

    /// <summary>The file for rows without a customer. By default next to the input.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RejectPath { get; set; }

    /// <summary>The file for rows with a customer. By default next to the input.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>The path of the report, an HTML page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>Shows names, addresses and numbers unmasked in the report.</summary>
    [Parameter]
    public SwitchParameter ShowPersonalData { get; set; }

    /// <summary>The shard of each file that this run processes, such as 2/8. Rows of other shards are skipped.</summary>
    [Parameter]
    [ValidateShard]
    public string? Shard { get; set; }

    /// <summary>The number of failed rows at which the run stops.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long MaximumErrorCount { get; set; }

    /// <summary>The maximum number of rows. The same command without it continues after them.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long First { get; set; }

    /// <summary>Returns the customers. The summary is written to the information stream then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Does not ask for confirmation in production.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The maximum number of concurrent requests, or Auto.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RequestLimitCompleter))]
    public RequestLimit ThrottleLimit { get; set; } = new(8);

    /// <summary>The maximum number of requests per second. By default there is no limit.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int RateLimit { get; set; }

    /// <summary>The timeout of one request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>The maximum number of retries, where a retry is safe and can succeed.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>The maximum duration of the run. When it has elapsed, nothing more is sent.</summary>
    [Parameter]
    [ValidateMaximumTime]
    public TimeSpan MaximumTime { get; set; }

    /// <summary>Skips customers that exist at the provider.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>The field that identifies an existing customer at Dots. At OnePay it is the document.</summary>
    [Parameter]
    [ValidateSet(nameof(Email), nameof(Phone), nameof(UserId))]
    public string MatchBy { get; set; } = nameof(Email);

    /// <summary>What to do with a row about the same person as an earlier row, but with different content.</summary>
    [Parameter]
    [ValidateSet("Refuse", "Skip", "Allow")]
    public string DuplicateIdentity { get; set; } = "Refuse";

    internal bool IsPassing => PassThru;

    private bool IsDryRun => LanguagePrimitives.IsTrue(Preference("WhatIf", "WhatIfPreference"));

    private protected override void Begin()
    {
        _ = ActiveConnection;
        _map = (Map is PSObject wrapped ? wrapped.BaseObject : Map) switch
        {
            null => ImportMap.Empty,
            IDictionary table => MapReader.Of(MapTable.Of(table)),
            var path => MapReader.Read(Resolve($"{path}")),
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var target = path;
            try
            {
                foreach (var file in Files(path))
                {
                    target = file;
                    Import(file);
                }
            }
            catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
            catch (PaymentException e)
            {
                ThrowTerminatingError(ErrorRecords.From(e, target));
            }
        }
    }

    private void Import(string file)
    {
        if (!IsDryRun && new[] { RejectPath, OutputPath, ReportPath }.Any(path => path is not null && !_written.Add(Resolve(path))))
            throw ImportErrors.Of(PaymentErrorId.InputInvalid, Messages.OneFileForSeveral, Messages.OneFileForSeveralAction);
        var front = new ImportFront(this, ActiveConnection, Log);
        var import = front.Import = new FileImport(Settings(file), ActiveConnection, front);
        if (!IsDryRun && !ShouldProcess(file, Messages.CreateAt(ActiveConnection)))
            return;
        var summary = import.Run(Cancellation);
        front.End();
        if (Stopping)
            throw new PipelineStoppedException();
        if (summary is null)
        {
            WriteObject(import.Check);
            return;
        }

        front.WriteRest(summary);
        if (PassThru)
            WriteInformation(summary, [nameof(PaymentCustomers)]);
        else
            WriteObject(summary);
        if (front.Stopped(summary) is { } stopped)
            ThrowTerminatingError(ErrorRecords.From(stopped, file));
    }

    internal bool AsksFor(string question, string caption) => ShouldContinue(question, caption, ref _yesToAll, ref _noToAll);

    internal bool EndsAtFirstError =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(Preference("ErrorAction", "ErrorActionPreference"), out var action)
        && action == ActionPreference.Stop;

    /// <summary>
    /// The files that a path means: an existing file with exactly this name, otherwise the matches of a wildcard. The output files of
    /// earlier imports are left out of wildcard matches, and of the files that another command lists into the pipeline.
    /// </summary>
    private IEnumerable<string> Files(string path)
    {
        var literal = Resolve(path);
        var isNamed = File.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path);
        var found = isNamed ? [literal] : GetResolvedProviderPathFromPSPath(path, out _).Where(File.Exists)
            .OrderBy(ImportPaths.IsRejects).ThenBy(file => file, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            throw new PaymentException(new PaymentError(PaymentErrorId.InputInvalid, ReadingMessages.NoFile(path)));
        foreach (var file in found)
        {
            if ((!isNamed || MyInvocation.ExpectingInput) && ImportPaths.IsLeft(file, _imported))
            {
                WriteWarning(PrintableText.Line(ImportMessages.PassedOver(file)));
                continue;
            }

            _imported.Add(file);
            yield return file;
        }
    }

    private string Resolve(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    private string? ResolveGiven(string? path) => path is null ? null : Resolve(path);

    private Dictionary<CustomerField, string> Given()
    {
        var given = new Dictionary<CustomerField, string>();
        foreach (var (name, value) in MyInvocation.BoundParameters)
        {
            if (FieldsByName.TryGetValue(name, out var field) && value is string text)
                given[field] = text;
        }

        return given;
    }

    private ImportSettings Settings(string file) => new(file)
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        Run = new RunOptions
        {
            Shard = Shard is null ? null : Engine.Rows.Shard.Parse(Shard),
            ThrottleLimit = ThrottleLimit.Count,
            RateLimit = RateLimit == 0 ? null : RateLimit,
            MaximumRetryCount = MaximumRetryCount,
            MaximumTime = MaximumTime == default ? null : MaximumTime,
            SkipExisting = SkipExisting,
            MaximumErrors = MaximumErrorCount == 0 ? null : MaximumErrorCount,
            DuplicateIdentity = Enum.Parse<DuplicateIdentity>(DuplicateIdentity, ignoreCase: true),
            MatchBy = Enum.Parse<CustomerField>(MatchBy, ignoreCase: true),
        },
        Delimiter = Delimiter == '\0' ? null : Delimiter,
        Encoding = Encoding is null ? null : FileEncodings.Find(Encoding),
        Worksheet = Worksheet,
        Map = _map,
        SaveMapPath = ResolveGiven(SaveMap),
        Given = Given(),
        DateFormat = DateFormat,
        IgnoresUnsupported = IgnoreUnsupportedField,
        PhoneCheck = Enum.Parse<PhoneCheck>(PhoneCheck, ignoreCase: true),
        LeavesIncompleteAddress = IncompleteAddress.Equals("Leave", StringComparison.OrdinalIgnoreCase),
        JournalPath = JournalPath is null ? null : JournalPlace.Resolve(this, JournalPath),
        JournalCredential = JournalPlace.Credential(this, JournalCredential, JournalPath),
        RejectPath = ResolveGiven(RejectPath),
        OutputPath = ResolveGiven(OutputPath),
        ReportPath = ResolveGiven(ReportPath),
        ShowsPersonalData = ShowPersonalData,
        First = First == 0 ? null : First,
        IsDryRun = IsDryRun,
        IsConfirmed = Force || (MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm) && !LanguagePrimitives.IsTrue(confirm)),
        Log = Log,
    };
}
