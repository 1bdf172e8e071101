using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Makes idempotency keys of content: the same row gives the same key on every machine and in every run, and another
/// one at another provider, environment or account.
/// </summary>
internal sealed class KeyScope
{
    /// <summary>
    /// Which rules bring the values of a row into the form that its key is made of. It goes up by one when a change gives rows
    /// that can be sent another content, and so another key: journals note it. 2: telephone numbers after libphonenumber, names
    /// and documents joined and set as they are today.
    /// </summary>
    internal const int ContentRules = 2;

    /// <summary>The bytes that a key made of content holds.</summary>
    internal const int DigestLength = SHA256.HashSizeInBytes;

    private const string Version = "pc1";
    private const string Start = Version + "-";
    private const int TextLength = 43;

    // The last one holds four bits; with others, several texts would be one digest.
    private const string LastCharacters = "AEIMQUYcgkosw048";

    private readonly byte[] _prefix;

    /// <param name="provider">The provider's name.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="account">The connection's account.</param>
    public KeyScope(string provider, PaymentEnvironment environment, string account) =>
        _prefix = Encoding.UTF8.GetBytes($"{Version}\0{provider}\0{environment}\0{account}\0");

    /// <param name="connection">The connection that the drafts go to.</param>
    public KeyScope(PaymentConnection connection)
        : this(connection.Provider, connection.Environment, connection.Account)
    {
    }

    /// <summary>Reads back the digest that a key was made of.</summary>
    /// <param name="key">Any key.</param>
    /// <param name="digest">Takes <see cref="DigestLength"/> bytes.</param>
    /// <returns>False for a key that was not made of content.</returns>
    internal static bool TryReadDigest(string key, Span<byte> digest)
    {
        if (key.Length != Start.Length + TextLength || !key.StartsWith(Start, StringComparison.Ordinal) || !LastCharacters.Contains(key[^1], StringComparison.Ordinal))
            return false;
        // They stand for the hyphen and the underscore in the other alphabet: two texts would be one digest.
        if (key.AsSpan().ContainsAny('+', '/'))
            return false;
        Span<char> text = stackalloc char[TextLength + 1];
        key.AsSpan(Start.Length).CopyTo(text);
        text.Replace('-', '+');
        text.Replace('_', '/');
        text[TextLength] = '=';
        return Convert.TryFromBase64Chars(text, digest, out var length) && length == DigestLength;
    }

    /// <summary>The key of a body without key: 47 characters, letters, digits, hyphen and underscore.</summary>
    public string KeyOf(ReadOnlySpan<byte> content)
    {
        var length = _prefix.Length + content.Length;
        var bytes = length <= 2048 ? stackalloc byte[2048] : new byte[length];
        _prefix.CopyTo(bytes);
        content.CopyTo(bytes[_prefix.Length..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], digest);
        // RFC 4648, 5, without padding.
        Span<char> text = stackalloc char[44];
        Convert.TryToBase64Chars(digest, text, out _);
        text.Replace('+', '-');
        text.Replace('/', '_');
        return string.Concat(Start, text[..TextLength]);
    }
}
