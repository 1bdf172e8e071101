using System.Runtime.CompilerServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// A hash table for millions of small entries. It has no empty slots, grows by small blocks and never copies itself, because the arrays
/// that a growing table leaves behind would take as much memory as the table.
/// </summary>
/// <remarks>
/// Linear hashing (W. Litwin, 1980): the entries are in parts, and while the table grows, one part after the other is split in two. A part
/// is a chain of blocks. All but the newest have the largest size, and each new entry replaces the newest one by one that is larger by one
/// entry. A key is the number of its part at the start (12 bits), a hash of 32 bits, and the bits that its entry stores.
/// </remarks>
/// <typeparam name="TEntry">The type of the entries.</typeparam>
internal sealed class BlockTable<TEntry>
    where TEntry : struct, IHashedEntry
{
    // The head of a block of the largest size is as long as a cache line.
    private const int SizeBits = 4;
    private const int LargestSize = (1 << SizeBits) - 1;

    // The parts at the start. They divide the keys by bits that are not stored, because they are those of the part.
    private const int FirstBits = 12;
    private const int FirstParts = 1 << FirstBits;

    // 2 to the power of 64, divided by the golden ratio (D. Knuth, The Art of Computer Programming, 6.4).
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // With more, a search takes longer; with fewer, the references to blocks take more memory.
    private const int UsualPerPart = 32;

    // By the size of their blocks.
    private readonly BlockStore<TEntry>[] _stores = [.. Enumerable.Range(0, LargestSize + 1).Select(size => new BlockStore<TEntry>(size))];

    // For each part: the number of its newest block, and in the lowest bits, the block's size; 0 if the part is empty.
    private int[] _parts = new int[FirstParts];

    // All parts before this one have been split in this round, in which their number doubles.
    private int _next;
    private int _round = FirstParts;
    private long _count;

    /// <summary>The entry of a key; a null reference if it has none. Valid until the next call of <see cref="Add"/>.</summary>
    public ref TEntry Find(KeyHash key)
    {
        var place = PlaceOf(key);
        for (var block = _parts[PartOf(place)]; block != 0;)
        {
            var head = HeadOf(block);
            for (var at = 1; head[at..].IndexOf(place.Hash) is var distance and >= 0; at++)
            {
                at += distance;
                ref var entry = ref EntriesOf(block)[at - 1];
                if (entry.Rest == place.Rest)
                    return ref entry;
            }

            block = (int)head[0];
        }

        return ref Unsafe.NullRef<TEntry>();
    }

    /// <summary>Adds a key that the table does not contain.</summary>
    /// <returns>Its entry, which has no other values yet. Valid until the next call.</returns>
    public ref TEntry Add(KeyHash key)
    {
        if (++_count > (long)UsualPerPart * (_round + _next))
            Split();
        var place = PlaceOf(key);
        ref var entry = ref Append(ref _parts[PartOf(place)], place.Hash);
        entry = default;
        entry.Rest = place.Rest;
        return ref entry;
    }

    /// <summary>Adds an entry, which can have any values, to a part.</summary>
    private ref TEntry Append(ref int part, uint hash)
    {
        var before = part;
        var size = SizeOf(before) % LargestSize;
        part = (_stores[size + 1].Take() << SizeBits) | (size + 1);
        var head = HeadOf(part);
        var entries = EntriesOf(part);
        if (size == 0)
        {
            head[0] = (uint)before;
        }
        else
        {
            HeadOf(before).CopyTo(head);
            EntriesOf(before).CopyTo(entries);
            Free(before);
        }

        head[^1] = hash;
        return ref entries[^1];
    }

    /// <summary>Splits the next part in two.</summary>
    private void Split()
    {
        if (_parts.Length == _round + _next)
            Array.Resize(ref _parts, _parts.Length + (_parts.Length / 4));
        ref var part = ref _parts[_next];
        ref var other = ref _parts[_round + _next];
        var bit = (uint)_round >> FirstBits;
        var block = part;
        part = 0;
        while (block != 0)
        {
            var head = HeadOf(block);
            var entries = EntriesOf(block);
            for (var i = 0; i < entries.Length; i++)
                Append(ref (head[i + 1] & bit) == 0 ? ref part : ref other, head[i + 1]) = entries[i];
            var moved = block;
            block = (int)head[0];
            Free(moved);
        }

        if (++_next == _round)
        {
            _round *= 2;
            _next = 0;
        }
    }

    private void Free(int block) => _stores[SizeOf(block)].Free(block >> SizeBits);

    private Span<uint> HeadOf(int block) => _stores[SizeOf(block)].HeadOf(block >> SizeBits);

    private Span<TEntry> EntriesOf(int block) => _stores[SizeOf(block)].EntriesOf(block >> SizeBits);

    private static int SizeOf(int block) => block % (LargestSize + 1);

    private int PartOf(Place place)
    {
        var bits = ((ulong)place.Hash << FirstBits) | (uint)place.First;
        var part = (int)(bits & (uint)(_round - 1));
        return part < _next ? (int)(bits & (uint)((2 * _round) - 1)) : part;
    }

    private static Place PlaceOf(KeyHash key)
    {
        // Given keys that look like computed ones may differ in few bits.
        var low = Mixed(key.Low);
        var mixed = Mixed(key.High ^ low);
        TEntry entry = default;
        entry.Rest = (uint)(mixed >> 32);
        // The highest bits are not in the rest.
        return new Place((int)((low >> (64 - FirstBits)) ^ (mixed >> 56)), (uint)mixed, entry.Rest);
    }

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 32)) * Multiplier;
        return bits ^ (bits >> 32);
    }

    /// <summary>Where a key is in the table.</summary>
    /// <param name="First">The number of its part at the start.</param>
    /// <param name="Hash">The bits by which it is searched.</param>
    /// <param name="Rest">The bits that its entry stores.</param>
    private readonly record struct Place(int First, uint Hash, uint Rest);
}
