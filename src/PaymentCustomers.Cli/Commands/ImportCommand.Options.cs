using System.CommandLine;
using System.Text;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

// What the command line can say of an import.
internal sealed partial class ImportCommand
{
    private const int DefaultTimeout = 60;

    private readonly Argument<string> _file = new("FILE") { Description = "The file with the customers: CSV, a workbook (.xlsx), JSON or JSON Lines." };

    private readonly Option<PaymentProvider?> _provider = new("--provider")
    {
        Description = "Where to create them.",
        HelpName = "Dots|OnePay",
        Required = true,
        CustomParser = OptionParsers.Provider,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the file whole and say what its columns are read as and what is wrong with which rows. Nothing is sent; no credential is needed." };

    private readonly Option<string?> _rejects = new("--rejects")
    {
        Description = "Write the rows without a customer here, as they are and with what is known of them behind, to correct and import again. NAME.rejects.csv beside FILE unless given.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _output = new("--output") 
    {
        Description = "Write the rows with their customer's id here. NAME.created.csv beside FILE unless given.",
        HelpName = "FILE",
    };

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
        Description = "Record the run here. The same command goes on where it stopped, and sends nothing twice. NAME.PROVIDER-ENVIRONMENT.journal beside FILE unless given. Several machines share a journal in a database: postgresql://user@host/database?run=name.",
        HelpName = "FILE|ADDRESS",
    };

    private readonly Option<Shard?> _shard = new("--shard")
    {
        Description = "Create only a part of the file, such as 2/8, the second of eight: each part is a run of its own, with files of its own. Equal rows are in the same part.",
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

    private readonly Option<bool> _ignoreUnsupported = new("--ignore-unsupported-field") { Description = "Leave fields out that --set and --enable-notifications give where the provider has no such field, instead of refusing them. Columns of such fields are left out anyway, with a warning." };

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

    private readonly Option<string?> _worksheet = new("--worksheet") { Description = "Of a workbook; the first that holds anything unless given.", HelpName = "NAME" };

    private readonly Option<long?> _first = new("--first")
    {
        Description = "Send only the first rows. The same command without it goes on behind them.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<long?> _maxErrors = new("--max-errors")
    {
        Description = "Stop when so many rows have failed.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<string?> _map = new("--map")
    {
        Description = "Say with a file (.psd1 or .json) what the columns are, where their names do not.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _saveMap = new("--save-map")
    {
        Description = "Write the mapping that was found here, to be changed and given with --map.",
        HelpName = "FILE",
    };

    private readonly Option<IReadOnlyDictionary<CustomerField, string>> _set = new("--set")
    {
        Description = "A value for all rows; as often as there are fields to set.",
        HelpName = "FIELD=VALUE",
        DefaultValueFactory = _ => new Dictionary<CustomerField, string>(),
        CustomParser = OptionParsers.Fields,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _report = new("--report") { Description = "Write what came of it here, as a page of HTML.", HelpName = "FILE" };

    private readonly Option<bool> _showPersonalData = new("--show-personal-data") { Description = "Show names, addresses and numbers whole in the report." };

    private readonly Option<bool> _yes = new("--yes") { Description = "Ask nothing before the first row in production." };
}
