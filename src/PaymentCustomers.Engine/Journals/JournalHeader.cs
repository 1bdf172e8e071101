using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The line with which each run starts its part of a journal. It names the account. A journal of format 1 has only one such line,
/// at its start, and no checksums until a run of format 2 continues it.
/// </summary>
/// <param name="Format">Always <c>payment-customers-journal</c>.</param>
/// <param name="Version">The version of the format of the lines that follow.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The connection's account: a name or a fingerprint, never a secret.</param>
internal sealed record JournalHeader(string Format, int Version, string Provider, string Environment, string Account)
{
    internal const string FormatName = "payment-customers-journal";
    internal const int FirstVersion = 1;
    internal const int CurrentVersion = 2;

    /// <summary>A fingerprint of the values that were given for all rows; null if it was not recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>The names of the fields whose values were given for all rows; null if they were not recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The name of the input file, without its folder; null if there is none or it was not recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Input { get; init; }

    /// <summary>The SHA-256 of the input file without its byte order mark; null if there is no file or it was not recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Digest { get; init; }

    /// <summary>The <see cref="KeyScope.ContentRules"/> of the run; null if it was not recorded, which means version 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ContentRules { get; init; }

    /// <summary>When the run started; null in format 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? At { get; init; }

    /// <summary>The announced number of rows; null if it was not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Rows { get; init; }

    /// <summary>Creates the header of a run.</summary>
    public static JournalHeader For(PaymentConnection connection, JournalOptions options) =>
        new(FormatName, CurrentVersion, connection.Provider, connection.Environment.ToString(), connection.Account)
        {
            Given = options.Given is null ? null : Fingerprint(options.Given),
            Fields = options.Given is null ? null : [.. options.Given.Keys.Order().Select(field => field.ToString())],
            Input = options.Input?.Name,
            Digest = options.Input?.Digest,
            ContentRules = KeyScope.ContentRules,
            At = JournalFormat.Time(options.Clock.GetUtcNow()),
            Rows = options.Rows,
        };

    private static string Fingerprint(IReadOnlyDictionary<CustomerField, string> given)
    {
        var text = string.Join('\n', given.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
