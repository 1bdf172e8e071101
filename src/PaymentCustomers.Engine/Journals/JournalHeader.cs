using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The first line of a journal: of which run it is.</summary>
/// <param name="Format">Always <c>payment-customers-journal</c>.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The connection's account: a name or a fingerprint, never a secret.</param>
internal sealed record JournalHeader(string Format, int Version, string Provider, string Environment, string Account)
{
    internal const string FormatName = "payment-customers-journal";
    internal const int CurrentVersion = 1;

    /// <summary>A fingerprint of the values that were given for all rows; null where nobody noted it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>The header of a run over a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="given">The values that are given for all rows.</param>
    public static JournalHeader For(PaymentConnection connection, IReadOnlyDictionary<CustomerField, string>? given) =>
        new(FormatName, CurrentVersion, connection.Provider, connection.Environment.ToString(), connection.Account)
        {
            Given = given is null ? null : Fingerprint(given),
        };

    private static string Fingerprint(IReadOnlyDictionary<CustomerField, string> given)
    {
        var text = string.Join('\n', given.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
