using System.Runtime.InteropServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Stores the states of millions of keys, with the customers' ids. Takes about 42 bytes per key, independent of the key's length:
/// it stores a 128-bit hash of the key, and the 128 bits of an id that is a UUID.
/// </summary>
internal sealed class KeyTable
{
    // The table consists of parts that grow separately, so that growing never doubles the memory of the whole table.
    private const int Parts = 1024;

    private readonly Part[] _parts = new Part[Parts];
    private readonly Dictionary<KeyHash, string> _otherIds = [];

    /// <summary>The state of a key; <see cref="KeyState.None"/> if the key is not known.</summary>
    public KeyState StateOf(KeyHash hash, out string? id)
    {
        var entry = PartOf(hash).Find(hash);
        id = entry.Id != Guid.Empty ? entry.Id.ToString("D") : OtherId(hash);
        return entry.State;
    }

    /// <summary>Marks a key as used in this run.</summary>
    /// <returns>Whether it was marked before, which means that the row occurs twice in the input.</returns>
    public bool Mark(KeyHash hash)
    {
        ref var entry = ref PartOf(hash).Entry(hash);
        var wasMarked = entry.IsMarked;
        entry.IsMarked = true;
        return wasMarked;
    }

    /// <summary>Whether a key was marked as used in this run.</summary>
    public bool IsMarked(KeyHash hash) => PartOf(hash).Find(hash).IsMarked;

    /// <summary>Records the current state of a key.</summary>
    public void Set(KeyHash hash, KeyState state, string? id = null)
    {
        var isUuid = IsUuid(id, out var uuid);
        if (id is not null && !isUuid)
            _otherIds[hash] = id;
        else if (_otherIds.Count > 0)
            _otherIds.Remove(hash);
        ref var entry = ref PartOf(hash).Entry(hash);
        entry.Id = isUuid ? uuid : Guid.Empty;
        entry.State = state;
    }

    /// <summary>Whether the id is a UUID in canonical form, so that it can be restored exactly from its bits.</summary>
    private static bool IsUuid(string? id, out Guid uuid)
    {
        Span<char> written = stackalloc char[36];
        return Guid.TryParseExact(id, "D", out uuid) && uuid != Guid.Empty
            && uuid.TryFormat(written, out _, "D") && written.SequenceEqual(id);
    }

    private string? OtherId(KeyHash hash) => _otherIds.Count > 0 ? _otherIds.GetValueOrDefault(hash) : null;

    private Part PartOf(KeyHash hash) => _parts[(int)(hash.Low % Parts)] ??= new Part();

    /// <summary>The entry of one key. Packed, because there may be millions.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry
    {
        public KeyHash Hash;
        public Guid Id;
        public KeyState State;
        public bool IsMarked;
    }

    /// <summary>A hash table with linear probing: a key is stored in the first free entry after its hash position.</summary>
    private sealed class Part
    {
        private const double Fullest = 0.9;
        private const double Growth = 1.2;

        private Entry[] _entries = new Entry[8];
        private int _count;

        /// <summary>The entry of a key; an empty entry if the key is not known.</summary>
        public Entry Find(KeyHash hash) => Place(_entries, hash);

        /// <summary>The entry of a key; created if there is none.</summary>
        public ref Entry Entry(KeyHash hash)
        {
            ref var entry = ref Place(_entries, hash);
            if (!entry.Hash.IsZero)
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

        private static ref Entry Place(Entry[] entries, KeyHash hash)
        {
            // The lower half of the hash selects the part, the upper half the entry.
            var index = (int)(hash.High % (ulong)entries.Length);
            while (!entries[index].Hash.IsZero && entries[index].Hash != hash)
                index = index + 1 == entries.Length ? 0 : index + 1;
            return ref entries[index];
        }

        private void Grow()
        {
            var larger = new Entry[(int)(_entries.Length * Growth)];
            foreach (ref readonly var entry in _entries.AsSpan())
            {
                if (!entry.Hash.IsZero)
                    Place(larger, entry.Hash) = entry;
            }

            _entries = larger;
        }
    }
}
