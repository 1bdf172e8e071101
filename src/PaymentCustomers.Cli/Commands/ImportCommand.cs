using System.CommandLine;
using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers import</c>.</summary>
internal sealed partial class ImportCommand : Command
{
    private readonly ConnectionOptions _connection = new();
    private readonly InputFileOptions _input = new();

    public ImportCommand(CliHost host)
        : base("import", "Create a customer for each row of a file.")
    {
        _connection.AddTo(this);
        _input.AddTo(this, _connection);
        foreach (var option in new Option[]
        {
            _dryRun, _emulator, _journal, _rejects, _output, _report, _showPersonalData, _shard, _throttle, _maximumTime, _first, _maxErrors, _yes,
        })
        {
            Add(option);
        }

        this.RefuseBlank(_journal, _rejects, _output, _report);
        Validators.Add(result =>
        {
            if (result.GetValue(_emulator) && _connection.HasBaseUri(result))
                result.AddError("--emulator and --base-uri cannot be used together.");
        });
        SetAction((result, cancellation) => new Importer(host, Read(result, host)).RunAsync(cancellation));
    }

    private ImportArguments Read(ParseResult result, CliHost host)
    {
        var connection = _connection.Read(result);
        return new ImportArguments(Settings(result, _input.Read(result, host), connection), connection)
        {
            UsesEmulator = result.GetValue(_emulator),
            WantsJson = _input.WantsJson(result),
        };
    }

    private ImportSettings Settings(ParseResult result, ImportSettings input, ConnectionArguments connection) => input with
    {
        Timeout = connection.Timeout,
        JournalPath = result.GetValue(_journal),
        Run = input.Run with
        {
            Shard = result.GetValue(_shard),
            ThrottleLimit = result.GetValue(_throttle),
            MaximumRetryCount = connection.MaximumRetryCount,
            MaximumTime = result.GetValue(_maximumTime),
            MaximumErrors = result.GetValue(_maxErrors),
        },
        IsDryRun = result.GetValue(_dryRun),
        RejectPath = result.GetValue(_rejects),
        OutputPath = result.GetValue(_output),
        ReportPath = result.GetValue(_report),
        ShowsPersonalData = result.GetValue(_showPersonalData),
        First = result.GetValue(_first),
        IsPractice = result.GetValue(_emulator),
        // The emulator has no real customers, so that no confirmation is needed.
        IsConfirmed = result.GetValue(_yes) || result.GetValue(_emulator),
    };
}
