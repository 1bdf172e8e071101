using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary>The argument for a file with customers, and the options for how it is read and checked.</summary>
internal sealed class InputFileOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file with the customers: CSV, a workbook (.xlsx), JSON or JSON Lines." };

    private readonly Option<char?> _delimiter = new("--delimiter")
    {
        Description = "The delimiter of the file. By default it is detected from the header: , ; | or tab.",
        HelpName = "CHARACTER",
        CustomParser = OptionParsers.Delimiter,
    };

    private readonly Option<Encoding?> _encoding = new("--encoding")
    {
        Description = "The encoding of a file that is not UTF-8 and has no byte order mark, such as windows-1252.",
        HelpName = "NAME",
        CustomParser = OptionParsers.EncodingName,
    };

    private readonly Option<string?> _worksheet = new("--worksheet") { Description = "The worksheet of a workbook. The default is the first worksheet that is not empty.", HelpName = "NAME" };

    private readonly Option<string?> _map = new("--map")
    {
        Description = "A mapping file (.psd1 or .json) that specifies the field of each column.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _saveMap = new("--save-map")
    {
        Description = "Write the mapping that was found to this file. You can edit it and use it with --map.",
        HelpName = "FILE",
    };

    private readonly Option<IReadOnlyDictionary<CustomerField, string>> _set = new("--set")
    {
        Description = "The value of a field for all rows. You can use this option several times.",
        HelpName = "FIELD=VALUE",
        DefaultValueFactory = _ => new Dictionary<CustomerField, string>(),
        CustomParser = OptionParsers.Fields,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _countryCode = new("--country-code")
    {
        Description = "The calling code, such as 57, or the country, such as CO, of telephone numbers that have no calling code, for all rows.",
        HelpName = "CODE",
        CustomParser = OptionParsers.CountryCode,
    };

    // A text option, because the parser would accept a boolean option without a value.
    private readonly Option<string?> _notify = new("--enable-notifications")
    {
        Description = "Whether OnePay sends messages to the customers (WhatsApp, e-mail), for all rows. By default it does, unless a row says false.",
        HelpName = "true|false",
        CustomParser = OptionParsers.Flag,
    };

    private readonly Option<string?> _dateFormat = new("--date-format")
    {
        Description = "The format of the dates, if it is not YYYY-MM-DD, such as dd/MM/yyyy.",
        HelpName = "FORMAT",
        CustomParser = OptionParsers.DateFormat,
    };

    private readonly Option<string> _phoneCheck = new("--phone-check")
    {
        Description = "How telephone numbers are checked: valid requires a number range that exists; possible requires only a length that exists, for ranges that are very new.",
        HelpName = "valid|possible",
        DefaultValueFactory = _ => "valid",
    };

    private readonly Option<string> _incompleteAddress = new("--incomplete-address")
    {
        Description = "What happens to a row with an incomplete address, if the provider needs a complete one: refuse the row, or leave the address out.",
        HelpName = "refuse|leave",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<bool> _ignoreUnsupported = new("--ignore-unsupported-field") { Description = "Ignore fields of --set and --enable-notifications that the provider does not have, instead of refusing them. Columns of such fields are always ignored, with a warning." };

    private readonly Option<string> _duplicateIdentity = new("--duplicate-identity")
    {
        Description = "What happens to a row with the same person as an earlier row (the same document at OnePay) but different values.",
        HelpName = "refuse|skip|allow",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Do not create customers that already exist at the provider. They are found by document at OnePay, and by --match-by at Dots." };

    private readonly Option<string> _matchBy = new("--match-by")
    {
        Description = "The field by which existing customers are found at Dots.",
        HelpName = "email|phone|userid",
        DefaultValueFactory = _ => "email",
    };

    private readonly Option<int> _rate = new("--rate") { Description = "The maximum number of requests per second. By default there is no limit.", HelpName = "N", CustomParser = OptionParsers.Whole(1, 100_000) };

    private readonly Option<bool> _json = new("--json") { Description = "Write the result as one JSON object instead of a table." };

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

    /// <summary>Whether the output is JSON.</summary>
    public bool WantsJson(ParseResult result) => result.GetValue(_json);

    /// <summary>Reads the file and the options.</summary>
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
        // An unknown option would otherwise be taken for the file.
        if (result.GetValue(_file) is ['-', ..] file)
            result.AddError(file == "-" ? "FILE: standard input cannot be imported, because the file is read twice." : $"'{CommandLine.WithoutValue(file)}' is not an option of {result.Command.Name}.");
        if (result.GetResult(_notify) is not null && connection.Provider(result) is { } provider && !result.GetValue(_ignoreUnsupported)
            && provider.Format[CustomerField.EnableNotifications] is null)
            result.AddError($"--enable-notifications: {provider.Name} does not have this field.");
    }
}
