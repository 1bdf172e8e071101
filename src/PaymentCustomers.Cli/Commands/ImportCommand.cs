using System.CommandLine;
using System.Text;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers import</c>.</summary>
internal sealed class ImportCommand : Command
{
    private const int DefaultTimeout = 60;

    private readonly Argument<string> _file = new("FILE") { Description = "The CSV file with the customers." };

    private readonly Option<PaymentProvider?> _provider = new("--provider")
    {
        Description = "Where to create them.",
        HelpName = "Dots|OnePay",
        Required = true,
        CustomParser = OptionParsers.Provider,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check every row and say what would be created. Nothing is sent; no credential is needed." };

    private readonly Option<string?> _rejects = new("--rejects")
    {
        Description = "Write the rows without a customer here, as they are and with what is wrong behind them, to correct and import again.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _output = new("--output") { Description = "Write every row with what became of it here.", HelpName = "FILE" };

    private readonly Option<bool> _json = new("--json") { Description = "End with one JSON object instead of the table." };

    private readonly Option<bool> _emulator = new("--emulator") { Description = $"Send to an emulator on this machine: a demonstration. Needs the program {EmulatorProgram.Name}." };

    private readonly Option<Uri?> _baseUri = new("--base-uri") { Description = "Another base address than the provider's.", HelpName = "URI", CustomParser = OptionParsers.BaseUri };

    private readonly Option<PaymentEnvironment?> _environment = new("--environment")
    {
        Description = "Dots: sandbox unless production is asked for. OnePay: the key decides, and must agree.",
        HelpName = "sandbox|production",
        CustomParser = OptionParsers.Environment,
    };

    private readonly Option<bool> _credential = new("--credential-stdin")
    {
        Description = "Read the credential from standard input. OnePay: one line, the key. Dots: two lines, client id and key.",
    };

    private readonly Option<string?> _account = new("--account")
    {
        Description = "A name for the account, so that idempotency keys stay the same when the key is changed.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _appId = new("--app-id") { Description = "Dots: the app that an organization's key acts for.", HelpName = "ID" };

    private readonly Option<Uri?> _proxy = new("--proxy") { Description = "The proxy to go through; else the system's.", HelpName = "URI", CustomParser = OptionParsers.Proxy };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "The longest that one request may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => DefaultTimeout,
        CustomParser = OptionParsers.Seconds,
    };

    private readonly Option<TimeSpan?> _maximumTime = new("--maximum-time")
    {
        Description = "The longest that the run may take, such as 30m, 2h or 00:30:00. Then nothing more is sent, and it ends with exit code 3.",
        HelpName = "TIME",
        CustomParser = OptionParsers.MaximumTime,
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "Record the run here. The same command with the same journal goes on where it stopped, and sends nothing twice. Several machines share a journal in a database: postgresql://user@host/database?run=name.",
        HelpName = "FILE|ADDRESS",
    };

    private readonly Option<Shard?> _shard = new("--shard")
    {
        Description = "Create only a part of the file, such as 2/8, the second of eight: each part is a run of its own. Equal rows are in the same part.",
        HelpName = "I/N",
        CustomParser = OptionParsers.Shard,
    };

    private readonly Option<int> _throttle = new("--throttle")
    {
        Description = "The most requests at once.",
        HelpName = "N",
        DefaultValueFactory = _ => new RunOptions().ThrottleLimit,
        CustomParser = OptionParsers.Whole(1, 256),
    };

    private readonly Option<int> _rate = new("--rate") { Description = "The most requests a second; no limit unless given.", HelpName = "N", CustomParser = OptionParsers.Whole(1, 100_000) };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "How often a request is sent again where that is safe.",
        HelpName = "N",
        DefaultValueFactory = _ => new RunOptions().MaximumRetryCount,
        CustomParser = OptionParsers.Whole(0, 20),
    };

    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Leave customers alone that the provider has already: by document at OnePay, by --match-by at Dots." };

    private readonly Option<string> _matchBy = new("--match-by")
    {
        Description = "What tells an existing customer at Dots.",
        HelpName = "email|phone|userid",
        DefaultValueFactory = _ => "email",
    };

    private readonly Option<string> _duplicateIdentity = new("--duplicate-identity")
    {
        Description = "What becomes of a row about the same person as an earlier one, by document at OnePay, that says something else.",
        HelpName = "refuse|skip|allow",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<char?> _delimiter = new("--delimiter")
    {
        Description = "Of the file. Found by the header among , ; | and tab unless given.",
        HelpName = "CHARACTER",
        CustomParser = OptionParsers.Delimiter,
    };

    private readonly Option<Encoding?> _encoding = new("--encoding")
    {
        Description = "Of a file without byte order mark that is not UTF-8, such as windows-1252.",
        HelpName = "NAME",
        CustomParser = OptionParsers.EncodingName,
    };

    private readonly Option<bool> _ignoreUnsupported = new("--ignore-unsupported-field") { Description = "Leave --enable-notifications out where the provider has no such field, instead of refusing it. Columns of such fields are left out anyway, with a warning." };

    private readonly Option<string> _phoneCheck = new("--phone-check")
    {
        Description = "Which telephone numbers pass: valid, in a range that exists, or possible, of a length that exists, for ranges that are too new.",
        HelpName = "valid|possible",
        DefaultValueFactory = _ => "valid",
    };

    private readonly Option<string?> _dateFormat = new("--date-format")
    {
        Description = "In which form dates are written, where that is not YYYY-MM-DD: dd/MM/yyyy.",
        HelpName = "FORM",
        CustomParser = OptionParsers.DateFormat,
    };

    private readonly Option<string> _incompleteAddress = new("--incomplete-address")
    {
        Description = "A row whose address is incomplete where the provider wants it whole is refused, or goes without it.",
        HelpName = "refuse|leave",
        DefaultValueFactory = _ => "refuse",
    };

    // Text, because the parser gives a boolean a meaning without value.
    private readonly Option<string?> _notify = new("--enable-notifications")
    {
        Description = "OnePay writes to customers (WhatsApp, e-mail) unless their row says false. This decides for all rows.",
        HelpName = "true|false",
        CustomParser = OptionParsers.Flag,
    };

    private readonly Option<string?> _countryCode = new("--country-code")
    {
        Description = "The calling code of telephone numbers without one, such as 57, or the country, such as CO, for all rows.",
        HelpName = "CODE",
        CustomParser = OptionParsers.CountryCode,
    };

    public ImportCommand(CliHost host)
        : base("import", "Create a customer for each row of a CSV file.")
    {
        Add(_file);
        foreach (var option in new Option[]
        {
            _provider, _dryRun, _rejects, _output, _json, _emulator, _baseUri, _environment, _credential, _account, _appId, _proxy, _timeout, _maximumTime,
            _journal, _shard, _throttle, _rate, _retries, _skipExisting, _matchBy, _duplicateIdentity, _delimiter, _encoding, _ignoreUnsupported, _phoneCheck, _dateFormat, _incompleteAddress, _countryCode, _notify,
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
        SetAction((result, cancellation) => new Importer(host, Settings(result)).RunAsync(cancellation));
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
        foreach (var option in new[] { _account, _appId, _journal, _rejects, _output })
        {
            if (result.GetResult(option) is not null && string.IsNullOrWhiteSpace(result.GetValue(option)))
                result.AddError($"{option.Name}: it was given without a value.");
        }

        if (result.GetResult(_notify) is not null && result.GetResult(_provider) is { } given && !given.Errors.Any()
            && result.GetValue(_provider) is { } provider && !result.GetValue(_ignoreUnsupported)
            && provider.Format[CustomerField.EnableNotifications] is null)
            result.AddError($"--enable-notifications: {provider.Name} has no such field.");
    }

    private ImportSettings Settings(ParseResult result) => new(result.GetRequiredValue(_file), result.GetRequiredValue(_provider)!)
    {
        UsesEmulator = result.GetValue(_emulator),
        BaseUri = result.GetValue(_baseUri),
        Environment = result.GetValue(_environment),
        ReadsCredential = result.GetValue(_credential),
        Account = result.GetValue(_account),
        AppId = result.GetValue(_appId),
        Proxy = result.GetValue(_proxy),
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
            DuplicateIdentity = Enum.Parse<DuplicateIdentity>(result.GetRequiredValue(_duplicateIdentity), ignoreCase: true),
            MatchBy = Enum.Parse<CustomerField>(result.GetRequiredValue(_matchBy), ignoreCase: true),
        },
        Delimiter = result.GetValue(_delimiter),
        Encoding = result.GetValue(_encoding),
        IgnoresUnsupported = result.GetValue(_ignoreUnsupported),
        PhoneCheck = Enum.Parse<PhoneCheck>(result.GetRequiredValue(_phoneCheck), ignoreCase: true),
        DateFormat = result.GetValue(_dateFormat),
        LeavesIncompleteAddress = result.GetValue(_incompleteAddress) == "leave",
        CountryCode = result.GetValue(_countryCode),
        EnableNotifications = result.GetValue(_notify) is { } notify ? bool.Parse(notify) : null,
        IsDryRun = result.GetValue(_dryRun),
        RejectsPath = result.GetValue(_rejects),
        OutputPath = result.GetValue(_output),
        WantsJson = result.GetValue(_json),
    };
}
