using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Drafts;

/// <summary>
/// Makes idempotency keys of content: the same row gives the same key on every machine and in every run, and another
/// one at another provider, environment or account.
/// </summary>
public sealed class KeyScope
{
    private const string Version = "pc1";

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

    /// <summary>The key of a body without key: 47 characters, letters, digits, hyphen and underscore.</summary>
    public string KeyOf(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_prefix);
        hash.AppendData(content);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return $"{Version}-{Convert.ToBase64String(digest).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";
    }
}
