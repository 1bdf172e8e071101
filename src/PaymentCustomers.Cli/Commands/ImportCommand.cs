using System.CommandLine;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers import</c>.</summary>
internal sealed partial class ImportCommand : Command
{
    public ImportCommand(CliHost host)
        : base("import", "Create a customer for each row of a file.")
    {
        Add(_file);
        foreach (var option in new Option[]
        {
            _provider, _dryRun, _rejects, _output, _json, _emulator, _baseUri, _environment, _credential, _account, _appId, _proxy, _timeout, _maximumTime,
            _journal, _shard, _throttle, _rate, _retries, _skipExisting, _matchBy, _duplicateIdentity, _delimiter, _encoding, _ignoreUnsupported, _phoneCheck, _dateFormat, _incompleteAddress, _countryCode, _notify,
            _worksheet, _map, _saveMap, _set, _first, _maxErrors, _report, _showPersonalData, _yes,
        })
        {
            Add(option);
        }

        _provider.CompletionSources.Add(_ => PaymentProviders.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        _matchBy.AcceptOnlyFromAmong("email", "phone", "userid");
        _duplicateIdentity.AcceptOnlyFromAmong("refuse", "skip", "allow");
        _phoneCheck.AcceptOnlyFromAmong("valid", "possible");
        _incompleteAddress.AcceptOnlyFromAmong("refuse", "leave");
        _environment.CompletionSources.Add(_ => [new("sandbox"), new("production")]);
        Validators.Add(Check);
        SetAction((result, cancellation) => new Importer(host, ReadArguments(result, host)).RunAsync(cancellation));
    }

    /// <summary>The provider that the command line names.</summary>
    public PaymentProvider? ProviderOf(ParseResult result) => result.GetValue(_provider);

    private void Check(System.CommandLine.Parsing.CommandResult result)
    {
        // What looks like an option and is none would be taken for the file.
        if (result.GetValue(_file) is ['-', ..] file)
            result.AddError(file == "-" ? "FILE: standard input cannot be imported: it is read twice, and may carry the credential." : $"'{CommandLine.WithoutValue(file)}' is no option of import.");
        if (result.GetValue(_emulator) && result.GetResult(_baseUri) is not null)
            result.AddError("--emulator and --base-uri both say where to send: give one.");
        // A variable that nobody set: without the option another account or another place would be meant.
        foreach (var option in new[] { _account, _appId, _journal, _rejects, _output, _worksheet, _map, _saveMap, _report })
        {
            if (result.GetResult(option) is not null && string.IsNullOrWhiteSpace(result.GetValue(option)))
                result.AddError($"{option.Name}: it was given without a value.");
        }

        if (result.GetResult(_notify) is not null && result.GetResult(_provider) is { } given && !given.Errors.Any()
            && result.GetValue(_provider) is { } provider && !result.GetValue(_ignoreUnsupported)
            && provider.Format[CustomerField.EnableNotifications] is null)
            result.AddError($"--enable-notifications: {provider.Name} has no such field.");
    }

    private ImportArguments ReadArguments(ParseResult result, CliHost host) => new(Settings(result, host), result.GetRequiredValue(_provider)!)
    {
        UsesEmulator = result.GetValue(_emulator),
        BaseUri = result.GetValue(_baseUri),
        Environment = result.GetValue(_environment),
        ReadsCredential = result.GetValue(_credential),
        Account = result.GetValue(_account),
        AppId = result.GetValue(_appId),
        Proxy = result.GetValue(_proxy),
        WantsJson = result.GetValue(_json),
    };

    private Dictionary<CustomerField, string> Given(ParseResult result)
    {
        var given = new Dictionary<CustomerField, string>(result.GetRequiredValue(_set));
        if (result.GetValue(_countryCode) is { } code)
            given[CustomerField.CountryCode] = code;
        if (result.GetValue(_notify) is { } notify)
            given[CustomerField.EnableNotifications] = notify;
        return given;
    }

    private ImportSettings Settings(ParseResult result, CliHost host) => new(result.GetRequiredValue(_file))
    {
        Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
        JournalPath = result.GetValue(_journal),
        Run = new RunOptions
        {
            Shard = result.GetValue(_shard),
            ThrottleLimit = result.GetValue(_throttle),
            RateLimit = result.GetValue(_rate) is var rate and > 0 ? rate : null,
            MaximumRetryCount = result.GetValue(_retries),
            MaximumTime = result.GetValue(_maximumTime),
            SkipExisting = result.GetValue(_skipExisting),
            MaximumErrors = result.GetValue(_maxErrors),
            DuplicateIdentity = Enum.Parse<DuplicateIdentity>(result.GetRequiredValue(_duplicateIdentity), ignoreCase: true),
            MatchBy = Enum.Parse<CustomerField>(result.GetRequiredValue(_matchBy), ignoreCase: true),
        },
        Delimiter = result.GetValue(_delimiter),
        Encoding = result.GetValue(_encoding),
        Worksheet = result.GetValue(_worksheet),
        IgnoresUnsupported = result.GetValue(_ignoreUnsupported),
        PhoneCheck = Enum.Parse<PhoneCheck>(result.GetRequiredValue(_phoneCheck), ignoreCase: true),
        DateFormat = result.GetValue(_dateFormat),
        LeavesIncompleteAddress = result.GetValue(_incompleteAddress) == "leave",
        Map = result.GetValue(_map) is { } map ? MapReader.Read(map) : ImportMap.Empty,
        SaveMapPath = result.GetValue(_saveMap),
        Given = Given(result),
        IsDryRun = result.GetValue(_dryRun),
        RejectPath = result.GetValue(_rejects),
        OutputPath = result.GetValue(_output),
        ReportPath = result.GetValue(_report),
        ShowsPersonalData = result.GetValue(_showPersonalData),
        First = result.GetValue(_first),
        // The emulator's customers are nobody's.
        IsConfirmed = result.GetValue(_yes) || result.GetValue(_emulator),
        Spell = OptionNames.Spell,
        Clock = host.Clock,
    };
}
