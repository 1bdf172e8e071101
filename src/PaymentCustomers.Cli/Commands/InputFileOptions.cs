using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary>A file with customers, and the options that say how it is read and how strictly its rows are checked.</summary>
internal sealed class InputFileOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file with the customers: CSV, a workbook (.xlsx), JSON or JSON Lines." };

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

    private readonly Option<string?> _worksheet = new("--worksheet") { Description = "Of a workbook; the first that holds anything unless given.", HelpName = "NAME" };

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

    private readonly Option<string?> _countryCode = new("--country-code")
    {
        Description = "The calling code of telephone numbers without one, such as 57, or the country, such as CO, for all rows.",
        HelpName = "CODE",
        CustomParser = OptionParsers.CountryCode,
    };

    // Text, because the parser gives a boolean a meaning without value.
    private readonly Option<string?> _notify = new("--enable-notifications")
    {
        Description = "OnePay writes to customers (WhatsApp, e-mail) unless their row says false. This decides for all rows.",
        HelpName = "true|false",
        CustomParser = OptionParsers.Flag,
    };

    private readonly Option<string?> _dateFormat = new("--date-format")
    {
        Description = "In which form dates are written, where that is not YYYY-MM-DD: dd/MM/yyyy.",
        HelpName = "FORM",
        CustomParser = OptionParsers.DateFormat,
    };

    private readonly Option<string> _phoneCheck = new("--phone-check")
    {
        Description = "Which telephone numbers pass: valid, in a range that exists, or possible, of a length that exists, for ranges that are too new.",
        HelpName = "valid|possible",
        DefaultValueFactory = _ => "valid",
    };

    private readonly Option<string> _incompleteAddress = new("--incomplete-address")
    {
        Description = "A row whose address is incomplete where the provider wants it whole is refused, or goes without it.",
        HelpName = "refuse|leave",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<bool> _ignoreUnsupported = new("--ignore-unsupported-field") { Description = "Leave fields out that --set and --enable-notifications give where the provider has no such field, instead of refusing them. Columns of such fields are left out anyway, with a warning." };

    private readonly Option<string> _duplicateIdentity = new("--duplicate-identity")
    {
        Description = "What becomes of a row about the same person as an earlier one, by document at OnePay, that says something else.",
        HelpName = "refuse|skip|allow",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Leave customers alone that the provider has already: by document at OnePay, by --match-by at Dots." };

    private readonly Option<string> _matchBy = new("--match-by")
    {
        Description = "What tells an existing customer at Dots.",
        HelpName = "email|phone|userid",
        DefaultValueFactory = _ => "email",
    };

    private readonly Option<int> _rate = new("--rate") { Description = "The most requests a second; no limit unless given.", HelpName = "N", CustomParser = OptionParsers.Whole(1, 100_000) };

    private readonly Option<bool> _json = new("--json") { Description = "End with one JSON object instead of the table." };

    /// <summary>Adds the file and the options.</summary>
    public void AddTo(Command command, ConnectionOptions connection)
    {
        command.Add(_file);
        foreach (var option in new Option[]
        {
            _json, _delimiter, _encoding, _worksheet, _map, _saveMap, _set, _countryCode, _notify, _dateFormat, _phoneCheck, _incompleteAddress,
            _ignoreUnsupported, _duplicateIdentity, _skipExisting, _matchBy, _rate,
        })
        {
            command.Add(option);
        }

        _matchBy.AcceptOnlyFromAmong("email", "phone", "userid");
        _duplicateIdentity.AcceptOnlyFromAmong("refuse", "skip", "allow");
        _phoneCheck.AcceptOnlyFromAmong("valid", "possible");
        _incompleteAddress.AcceptOnlyFromAmong("refuse", "leave");
        _file.RefuseBlank();
        command.RefuseBlank(_worksheet, _map, _saveMap);
        command.Validators.Add(result => Check(result, connection));
    }

    /// <summary>Whether the result is wanted as JSON.</summary>
    public bool WantsJson(ParseResult result) => result.GetValue(_json);

    /// <summary>What the command line says of the file.</summary>
    public ImportSettings Read(ParseResult result, CliHost host) => new(result.GetRequiredValue(_file))
    {
        Run = new RunOptions
        {
            RateLimit = result.GetValue(_rate) is var rate and > 0 ? rate : null,
            DuplicateIdentity = Enum.Parse<DuplicateIdentity>(result.GetRequiredValue(_duplicateIdentity), ignoreCase: true),
            SkipExisting = result.GetValue(_skipExisting),
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
        Spell = OptionNames.Spell,
        Clock = host.Clock,
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

    private void Check(CommandResult result, ConnectionOptions connection)
    {
        // What looks like an option and is none would be taken for the file.
        if (result.GetValue(_file) is ['-', ..] file)
            result.AddError(file == "-" ? "FILE: standard input cannot be imported: it is read twice, and may carry the credential." : $"'{CommandLine.WithoutValue(file)}' is no option of {result.Command.Name}.");
        if (result.GetResult(_notify) is not null && connection.Provider(result) is { } provider && !result.GetValue(_ignoreUnsupported)
            && provider.Format[CustomerField.EnableNotifications] is null)
            result.AddError($"--enable-notifications: {provider.Name} has no such field.");
    }
}
