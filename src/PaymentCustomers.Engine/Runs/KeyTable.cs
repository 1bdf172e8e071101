using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What is known of a key.</summary>
public enum KeyState : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A request was about to be sent for it; what became of that is not known.</summary>
    Started,

    /// <summary>The customer was created.</summary>
    Created,

    /// <summary>The provider had the customer already.</summary>
    Existing,

    /// <summary>It failed; it may be tried again.</summary>
    Failed,

    /// <summary>Nobody can say whether the customer was created.</summary>
    Unknown,

    /// <summary>It was started but not sent.</summary>
    Withdrawn,
}

/// <summary>
/// Remembers keys by the million: what became of each, and the customer's id. About 60 bytes a key, whatever the key's
/// own length: of the key a 128-bit hash is kept, of the id its 128 bits if it is a UUID.
/// </summary>
internal sealed class KeyTable
{
    // Small tables grow one at a time, so that growth never doubles the whole.
    private const int Parts = 1024;

    private readonly Dictionary<(ulong, ulong), Entry>[] _parts = new Dictionary<(ulong, ulong), Entry>[Parts];
    private readonly Dictionary<(ulong, ulong), string> _otherIds = [];

    /// <summary>What is known of a key; <see cref="KeyState.None"/> if nothing is.</summary>
    public KeyState StateOf(string key, out string? id)
    {
        var hash = Hash(key);
        id = null;
        if (_parts[Part(hash)] is not { } part || !part.TryGetValue(hash, out var entry))
            return KeyState.None;
        id = entry.Id != Guid.Empty ? entry.Id.ToString("D") : _otherIds.GetValueOrDefault(hash);
        return entry.State;
    }

    /// <summary>Marks a key as one of this run.</summary>
    /// <returns>Whether it was marked before: its row stands twice in the input.</returns>
    public bool Mark(string key)
    {
        var hash = Hash(key);
        ref var entry = ref EntryOf(hash);
        var wasMarked = entry.IsMarked;
        entry = entry with { IsMarked = true };
        return wasMarked;
    }

    /// <summary>Notes what is known of a key now.</summary>
    public void Set(string key, KeyState state, string? id = null)
    {
        var hash = Hash(key);
        var isUuid = Guid.TryParseExact(id, "D", out var uuid) && uuid != Guid.Empty && uuid.ToString("D", CultureInfo.InvariantCulture) == id;
        if (id is null || isUuid)
            _otherIds.Remove(hash);
        else
            _otherIds[hash] = id;
        ref var entry = ref EntryOf(hash);
        entry = entry with { Id = isUuid ? uuid : Guid.Empty, State = state };
    }

    /// <summary>The key's entry, made if there is none. Parts grow by a quarter: doubling would leave half of them empty.</summary>
    private ref Entry EntryOf((ulong, ulong) hash)
    {
        var part = _parts[Part(hash)] ??= [];
        if (part.Count == part.EnsureCapacity(0))
            part.EnsureCapacity(part.Count + (part.Count / 4) + 4);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(part, hash, out _);
    }

    private static int Part((ulong High, ulong) hash) => (int)(hash.High % Parts);

    private static (ulong, ulong) Hash(string key)
    {
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= 256 ? stackalloc byte[256] : new byte[most];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], digest);
        return (BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest[8..]));
    }

    private readonly record struct Entry(Guid Id, KeyState State, bool IsMarked);
}
