using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Remembers keys by the million: what became of each, and the customer's id. About 42 bytes a key, whatever the key's
/// own length: of the key a 128-bit hash is kept, of the id its 128 bits if it is a UUID.
/// </summary>
internal sealed class KeyTable
{
    // Small tables grow one at a time, so that growth never doubles the whole.
    private const int Parts = 1024;

    private readonly Part[] _parts = new Part[Parts];
    private readonly Dictionary<UInt128, string> _otherIds = [];

    /// <summary>What a key is known by here. Taken once for each row: it costs more than finding it.</summary>
    public static UInt128 HashOf(string key)
    {
        // A key made of content is a hash already; all of it counts.
        Span<byte> own = stackalloc byte[KeyScope.DigestLength];
        if (KeyScope.TryReadDigest(key, own))
        {
            var folded = BinaryPrimitives.ReadUInt128LittleEndian(own) ^ BinaryPrimitives.ReadUInt128LittleEndian(own[16..]);
            return folded == UInt128.Zero ? UInt128.One : folded;
        }

        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= 256 ? stackalloc byte[256] : new byte[most];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], digest);
        var hash = BinaryPrimitives.ReadUInt128LittleEndian(digest);
        // Zero marks an empty place.
        return hash == UInt128.Zero ? UInt128.One : hash;
    }

    /// <summary>What is known of a key; <see cref="KeyState.None"/> if nothing is.</summary>
    public KeyState StateOf(UInt128 hash, out string? id)
    {
        var entry = PartOf(hash).Find(hash);
        id = entry.Id != Guid.Empty ? entry.Id.ToString("D") : _otherIds.GetValueOrDefault(hash);
        return entry.State;
    }

    /// <summary>Marks a key as one of this run.</summary>
    /// <returns>Whether it was marked before: its row stands twice in the input.</returns>
    public bool Mark(UInt128 hash)
    {
        ref var entry = ref PartOf(hash).Entry(hash);
        var wasMarked = entry.IsMarked;
        entry.IsMarked = true;
        return wasMarked;
    }

    /// <summary>Whether a key was marked as one of this run.</summary>
    public bool IsMarked(UInt128 hash) => PartOf(hash).Find(hash).IsMarked;

    /// <summary>Notes what is known of a key now.</summary>
    public void Set(UInt128 hash, KeyState state, string? id = null)
    {
        var isUuid = IsUuid(id, out var uuid);
        if (id is not null && !isUuid)
            _otherIds[hash] = id;
        else
            _otherIds.Remove(hash);
        ref var entry = ref PartOf(hash).Entry(hash);
        entry.Id = isUuid ? uuid : Guid.Empty;
        entry.State = state;
    }

    /// <summary>Whether the id is a UUID as it is written out, so that it is the same when it is written again.</summary>
    private static bool IsUuid(string? id, out Guid uuid)
    {
        Span<char> written = stackalloc char[36];
        return Guid.TryParseExact(id, "D", out uuid) && uuid != Guid.Empty
            && uuid.TryFormat(written, out _, "D") && written.SequenceEqual(id);
    }

    private Part PartOf(UInt128 hash) => _parts[(int)((ulong)hash % Parts)] ??= new Part();

    /// <summary>What is known of one key. Packed, because there may be millions.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry
    {
        public UInt128 Hash;
        public Guid Id;
        public KeyState State;
        public bool IsMarked;
    }

    /// <summary>An open table: a key lies at the first free place from where its hash points to.</summary>
    private sealed class Part
    {
        private const double Fullest = 0.9;
        private const double Growth = 1.2;

        private Entry[] _entries = new Entry[8];
        private int _count;

        /// <summary>What is known of a key, or an empty entry.</summary>
        public Entry Find(UInt128 hash) => Place(_entries, hash);

        /// <summary>The place of a key, made if there is none.</summary>
        public ref Entry Entry(UInt128 hash)
        {
            ref var entry = ref Place(_entries, hash);
            if (entry.Hash != UInt128.Zero)
                return ref entry;
            if (_count + 1 > _entries.Length * Fullest)
            {
                Grow();
                entry = ref Place(_entries, hash);
            }

            _count++;
            entry.Hash = hash;
            return ref entry;
        }

        private static ref Entry Place(Entry[] entries, UInt128 hash)
        {
            // The lower half chose the part.
            var index = (int)((ulong)(hash >> 64) % (ulong)entries.Length);
            while (entries[index].Hash != UInt128.Zero && entries[index].Hash != hash)
                index = index + 1 == entries.Length ? 0 : index + 1;
            return ref entries[index];
        }

        private void Grow()
        {
            var larger = new Entry[(int)(_entries.Length * Growth)];
            foreach (ref readonly var entry in _entries.AsSpan())
            {
                if (entry.Hash != UInt128.Zero)
                    Place(larger, entry.Hash) = entry;
            }

            _entries = larger;
        }
    }
}
