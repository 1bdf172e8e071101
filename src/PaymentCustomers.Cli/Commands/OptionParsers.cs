using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary>Parses the values of options. Values that may be secret are not repeated in errors.</summary>
internal static class OptionParsers
{
    private const int MostSeconds = 86_400;

    public static PaymentProvider? Provider(ArgumentResult result) => PaymentProviders.Find(Text(result))
        ?? Refuse<PaymentProvider>(result, $"--provider: '{Text(result)}' is not a provider. Use one of: {string.Join(", ", PaymentProviders.Names)}.");

    public static PaymentEnvironment? Environment(ArgumentResult result)
    {
        var isKnown = Enum.TryParse<PaymentEnvironment>(Text(result), ignoreCase: true, out var environment) && Enum.IsDefined(environment) && !char.IsAsciiDigit(Text(result)[0]);
        if (isKnown)
            return environment;
        result.AddError($"--environment: '{Text(result)}' is not sandbox or production.");
        return null;
    }

    public static Uri? BaseUri(ArgumentResult result) =>
        Address(result) ?? Refuse<Uri>(result, "--base-uri: the value must be a complete address, such as https://api.example.com/v1.");

    public static Uri? Proxy(ArgumentResult result)
    {
        if (Address(result) is not { } proxy)
            return Refuse<Uri>(result, "--proxy: the value must be a complete address, such as http://proxy.example.com:8080.");
        return proxy.UserInfo.Length == 0
            ? proxy
            : Refuse<Uri>(result, "--proxy: the address contains a password. Other users can see the arguments of a command. Set HTTPS_PROXY and omit --proxy.");
    }

    public static char? Delimiter(ArgumentResult result)
    {
        if (Delimiters.Parse(Text(result)) is { } delimiter)
            return delimiter;
        result.AddError($"--delimiter: '{Text(result)}' is not a delimiter. Use one character, or the word tab.");
        return null;
    }

    public static Encoding? EncodingName(ArgumentResult result) => FileEncodings.Find(Text(result))
        ?? Refuse<Encoding>(result, $"--encoding: '{Text(result)}' is not an encoding. Common encodings are utf-8, utf-16, windows-1252 and iso-8859-1.");

    public static int Seconds(ArgumentResult result)
    {
        if (int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds)
            return seconds;
        result.AddError($"--timeout: '{Text(result)}' is not a number of seconds from 1 to {MostSeconds}.");
        return default;
    }

    /// <summary>A duration: <c>90</c> (seconds, as for <c>--timeout</c>), <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>1d</c>, or <c>00:30:00</c>.</summary>
    public static TimeSpan? MaximumTime(ArgumentResult result)
    {
        if (Time(Text(result).Trim()) is { } time && RunOptions.IsMaximumTime(time))
            return time;
        result.AddError($"--maximum-time: '{Text(result)}' is not a time from one second to 24 days. Write it as 90s, 30m, 2h or 00:30:00.");
        return null;
    }

    public static Func<ArgumentResult, int> Whole(int least, int most) => result =>
    {
        if (int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name}: '{Text(result)}' is not a whole number from {least} to {most}.");
        return default;
    };

    /// <summary>A whole number, or "auto", which is null.</summary>
    public static Func<ArgumentResult, int?> WholeOrAuto(int least, int most) => result =>
    {
        if (string.Equals(Text(result), "auto", StringComparison.OrdinalIgnoreCase))
            return null;
        if (int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name}: '{Text(result)}' is not a whole number from {least} to {most}, or auto.");
        return null;
    };

    public static string? DateFormat(ArgumentResult result) => BirthDates.IsFormat(Text(result))
        ? Text(result)
        : Refuse<string>(result, $"--date-format: '{Text(result)}' is not a date format. A date format has a day, a month and a year, such as dd/MM/yyyy.");

    /// <summary>Parses FIELD=VALUE, any number of times. A value may be personal data, and is not repeated in errors.</summary>
    public static IReadOnlyDictionary<CustomerField, string> Fields(ArgumentResult result)
    {
        var fields = new Dictionary<CustomerField, string>();
        foreach (var token in result.Tokens)
        {
            var (name, value) = token.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (token.Value[..at].Trim(), token.Value[(at + 1)..].Trim()) : ("", "");
            if (ColumnNames.Field(name) is not { } field || value.Length == 0)
                result.AddError(name.Length == 0 || value.Length == 0 ? "--set: a field and a value are required: --set FIELD=VALUE." : $"--set: '{name}' is not a customer field. 'payment-customers providers' lists them.");
            else if (!fields.TryAdd(field, value))
                result.AddError($"--set: {field} is set twice.");
        }

        return fields;
    }

    public static long? Count(ArgumentResult result)
    {
        if (long.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name}: '{Text(result)}' is not a whole number of at least 1.");
        return null;
    }

    public static string? Flag(ArgumentResult result)
    {
        var flag = FieldCatalog.Rule(CustomerField.EnableNotifications).Check(Text(result).Trim(), out var problem);
        return problem is null
            ? flag
            : Refuse<string>(result, $"--enable-notifications: '{Text(result)}' is not true or false.");
    }

    public static Shard? Shard(ArgumentResult result) => Engine.Rows.Shard.Parse(Text(result))
        ?? Refuse<Shard>(result, $"--shard: '{Text(result)}' is not a valid part of a file. Specify the number of the part and the number of parts, such as 2/8.");

    private static TimeSpan? Time(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParseExact(text, ["h\\:mm\\:ss", "hh\\:mm\\:ss", "d\\.hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out var time) ? time : null;
        var unit = text.Length > 0 ? char.ToLowerInvariant(text[^1]) : ' ';
        var seconds = unit switch { 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 1 };
        return int.TryParse(unit is 's' or 'm' or 'h' or 'd' ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromSeconds((long)number * seconds)
            : null;
    }

    private static Uri? Address(ArgumentResult result) =>
        Uri.TryCreate(Text(result), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string message)
        where T : class
    {
        result.AddError(message);
        return null;
    }

    public static string? CountryCode(ArgumentResult result)
    {
        var code = Text(result).Trim();
        var problem = FieldMessages.CallingCodeForm;
        if (code.Length > 0)
            code = FieldCatalog.Rule(CustomerField.CountryCode).Check(code, out problem);
        if (problem is not null)
            result.AddError($"--country-code: '{code}' {problem}.");
        return problem is null ? code : null;
    }
}
