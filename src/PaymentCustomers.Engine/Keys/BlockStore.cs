namespace PaymentCustomers.Engine.Keys;

/// <summary>The blocks of a <see cref="BlockTable{TEntry}"/> that have the same size. Blocks that became free are used again.</summary>
/// <typeparam name="TEntry">The type of the entries.</typeparam>
/// <param name="size">The number of entries of a block.</param>
internal sealed class BlockStore<TEntry>(int size)
{
    private const int SlabBits = 7;
    private const int BlocksPerSlab = 1 << SlabBits;

    private readonly List<Slab> _slabs = [];
    private int _blocks;

    // The number of a free block plus one. Each has a reference to the next one.
    private uint _free;

    /// <summary>A block that is not in use. It has any content.</summary>
    public int Take()
    {
        if (_free != 0)
        {
            var number = (int)_free - 1;
            _free = HeadOf(number)[0];
            return number;
        }

        if (_blocks == _slabs.Count * BlocksPerSlab)
            _slabs.Add(new Slab(size));
        return _blocks++;
    }

    /// <summary>Makes a block free.</summary>
    public void Free(int number)
    {
        HeadOf(number)[0] = _free;
        _free = (uint)number + 1;
    }

    /// <summary>A reference to another block, and the hash of each entry.</summary>
    public Span<uint> HeadOf(int number) =>
        _slabs[number >> SlabBits].Heads.AsSpan(number % BlocksPerSlab * (size + 1), size + 1);

    /// <summary>The entries of a block.</summary>
    public Span<TEntry> EntriesOf(int number) =>
        _slabs[number >> SlabBits].Entries.AsSpan(number % BlocksPerSlab * size, size);

    private sealed class Slab(int size)
    {
        public readonly uint[] Heads = new uint[BlocksPerSlab * (size + 1)];
        public readonly TEntry[] Entries = new TEntry[BlocksPerSlab * size];
    }
}
