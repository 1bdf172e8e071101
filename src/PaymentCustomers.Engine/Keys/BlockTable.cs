using System.Numerics;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// A hash table for millions of small values. It grows by one block at a time and never copies itself, because the arrays that a growing
/// table leaves behind would take as much memory as the table.
/// </summary>
/// <remarks>
/// Linear hashing (W. Litwin, 1980): the values are in parts, and while the table grows, one part after the other is split in two. A part
/// is a chain of blocks, of which only the newest is not full. A key is its part and 64 bits, 74 bits in all: with ten million keys,
/// two of them are treated as one in one of 400 million tables.
/// </remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class BlockTable<TValue>
    where TValue : struct
{
    // The hashes of a block fill one cache line.
    private const int BlockBits = 3;
    private const int BlockSize = 1 << BlockBits;
    private const int SlabBits = 10;
    private const int BlocksPerSlab = 1 << SlabBits;

    // The parts at the start. They divide the keys by bits that are not stored, because they are those of the part.
    private const int FirstBits = 10;
    private const int FirstParts = 1 << FirstBits;

    // 2 to the power of 64, divided by the golden ratio (D. Knuth, The Art of Computer Programming, 6.4).
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // With more, a search takes longer; with fewer, more of the last blocks is empty.
    private const int UsualPerPart = 40;

    private readonly List<Slab> _slabs = [];
    private readonly TValue[] _moved = new TValue[BlockSize];

    // For each part: the number of its newest block plus one, and in the lowest bits, the number of values in that block minus one.
    private int[] _parts = new int[FirstParts];

    // All parts before this one have been split in this round, in which their number doubles.
    private int _next;
    private int _round = FirstParts;
    private long _count;
    private int _blocks;
    private int _free;

    /// <summary>The value of a key; a null reference if it has none. Valid until the next call of <see cref="Add"/>.</summary>
    public ref TValue Find(KeyHash key)
    {
        for (var newest = _parts[PartOf(PlaceOf(key))]; newest != 0; newest = Before(newest))
        {
            var slab = SlabOf(newest, out var first);
            var index = slab.Hashes.AsSpan(first, CountOf(newest)).IndexOf(key.High);
            if (index >= 0)
                return ref slab.Values[first + index];
        }

        return ref Unsafe.NullRef<TValue>();
    }

    /// <summary>Adds a key that the table does not contain.</summary>
    /// <returns>Its value. Valid until the next call.</returns>
    public ref TValue Add(KeyHash key)
    {
        if (++_count > (long)UsualPerPart * (_round + _next))
            Split();
        ref var value = ref Append(PlaceOf(key));
        value = default;
        return ref value;
    }

    private ref TValue Append(Place place)
    {
        ref var newest = ref _parts[PartOf(place)];
        newest = newest == 0 || CountOf(newest) == BlockSize ? Chained(newest) : newest + 1;
        var slab = SlabOf(newest, out var first);
        var slot = first + CountOf(newest) - 1;
        slab.Hashes[slot] = place.Hash;
        return ref slab.Values[slot];
    }

    /// <summary>Splits the next part in two. Its blocks are used again.</summary>
    private void Split()
    {
        var split = _next;
        var newest = _parts[split];
        _parts[split] = 0;
        if (_parts.Length == _round + _next)
            Array.Resize(ref _parts, _parts.Length + (_parts.Length / 4));
        if (++_next == _round)
        {
            _round *= 2;
            _next = 0;
        }

        Span<ulong> hashes = stackalloc ulong[BlockSize];
        while (newest != 0)
        {
            var slab = SlabOf(newest, out var first);
            var count = CountOf(newest);
            slab.Hashes.AsSpan(first, count).CopyTo(hashes);
            slab.Values.AsSpan(first, count).CopyTo(_moved);
            var freed = newest;
            newest = Before(newest);
            Free(freed);
            for (var i = 0; i < count; i++)
                Append(new Place(hashes[i], split % FirstParts)) = _moved[i];
        }
    }

    /// <summary>A new block with one value, before another one.</summary>
    private int Chained(int before)
    {
        var block = _free;
        if (block != 0)
            _free = PreviousOf(block);
        else
            block = ++_blocks;
        if (block > _slabs.Count * BlocksPerSlab)
            _slabs.Add(new Slab());
        PreviousOf(block) = before >> BlockBits;
        return block << BlockBits;
    }

    private void Free(int newest)
    {
        var block = newest >> BlockBits;
        PreviousOf(block) = _free;
        _free = block;
    }

    /// <summary>The block before another one in the same part. All but the newest are full.</summary>
    private int Before(int newest) => PreviousOf(newest >> BlockBits) is var previous and not 0 ? (previous << BlockBits) | (BlockSize - 1) : 0;

    private ref int PreviousOf(int block) => ref _slabs[(block - 1) >> SlabBits].Previous[(block - 1) % BlocksPerSlab];

    private Slab SlabOf(int newest, out int first)
    {
        var block = (newest >> BlockBits) - 1;
        first = block % BlocksPerSlab * BlockSize;
        return _slabs[block >> SlabBits];
    }

    private static int CountOf(int newest) => (newest % BlockSize) + 1;

    private static Place PlaceOf(KeyHash key) => new(key.High, (int)(Mixed(key.High ^ BitOperations.RotateLeft(key.Low, 32)) % FirstParts));

    // Given keys that look like computed ones may differ in few bits.
    private static uint Mixed(ulong bits) => (uint)(((bits ^ (bits >> 32)) * Multiplier) >> 32);

    private int PartOf(Place place)
    {
        var bits = ((ulong)Mixed(place.Hash) << FirstBits) | (uint)place.First;
        var part = (int)(bits & (uint)(_round - 1));
        return part < _next ? (int)(bits & (uint)((2 * _round) - 1)) : part;
    }

    /// <summary>A key in the table.</summary>
    /// <param name="Hash">The bits that are stored.</param>
    /// <param name="First">The number of its part at the start.</param>
    private readonly record struct Place(ulong Hash, int First);

    private sealed class Slab
    {
        public readonly ulong[] Hashes = new ulong[BlocksPerSlab * BlockSize];
        public readonly TValue[] Values = new TValue[BlocksPerSlab * BlockSize];
        public readonly int[] Previous = new int[BlocksPerSlab];
    }
}
