using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Computes idempotency keys from content. The same row gives the same key on every machine and in every run, and a different
/// key for another provider, environment or account.
/// </summary>
internal sealed class KeyScope
{
    /// <summary>
    /// The version of the rules that normalize a row's values before its key is computed. It is increased when a change gives
    /// sendable rows different content, and so different keys; journals record it. Version 2: telephone numbers by libphonenumber, and
    /// the current rules for joining names and formatting documents.
    /// </summary>
    internal const int ContentRules = 2;

    /// <summary>The number of bytes in the digest of a computed key.</summary>
    internal const int DigestLength = SHA256.HashSizeInBytes;

    private const string Version = "pc1";
    private const string Start = Version + "-";
    private const int TextLength = 43;

    // The last character encodes only four bits. Other characters would let several texts decode to the same digest.
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

    /// <summary>Decodes the digest of a computed key.</summary>
    /// <param name="key">Any key.</param>
    /// <param name="digest">Receives <see cref="DigestLength"/> bytes.</param>
    /// <returns>False if the key was not computed from content.</returns>
    internal static bool TryReadDigest(string key, Span<byte> digest)
    {
        if (key.Length != Start.Length + TextLength || !key.StartsWith(Start, StringComparison.Ordinal) || !LastCharacters.Contains(key[^1], StringComparison.Ordinal))
            return false;
        // The other Base64 alphabet uses these for the hyphen and the underscore; accepting both would give one digest two texts.
        if (key.AsSpan().ContainsAny('+', '/'))
            return false;
        Span<char> text = stackalloc char[TextLength + 1];
        key.AsSpan(Start.Length).CopyTo(text);
        text.Replace('-', '+');
        text.Replace('_', '/');
        text[TextLength] = '=';
        return Convert.TryFromBase64Chars(text, digest, out var length) && length == DigestLength;
    }

    /// <summary>The key of a request body: 47 characters; letters, digits, hyphen and underscore.</summary>
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
