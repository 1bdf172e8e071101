using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Stores values for millions of texts, by 64 bits of each text's hash. Two texts with the same 64 bits are treated as one. With
/// ten million texts, that happens once in 370,000 tables. Use it only where such a collision leads to a doubt or a reported problem,
/// never to a wrong customer.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class PackedTable<TValue>
    where TValue : struct
{
    private const int Parts = 256;
    private const double Fullest = 0.9;
    private const double Growth = 1.2;

    private readonly Entry[][] _parts = new Entry[Parts][];
    private readonly int[] _counts = new int[Parts];

    /// <summary>Records a value for a text, unless it has one already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="known">The earlier value.</param>
    /// <returns>False if the text has a value already.</returns>
    public bool TryAdd(ReadOnlySpan<byte> text, TValue value, out TValue known)
    {
        var hash = HashOf(text);
        var part = (int)(hash % Parts);
        var entries = _parts[part] ??= new Entry[4];
        if (_counts[part] + 1 > entries.Length * Fullest)
            entries = _parts[part] = Grown(entries);
        ref var place = ref Place(entries, hash);
        known = place.Value;
        if (place.Hash == hash)
            return false;
        place = new Entry { Hash = hash, Value = value };
        _counts[part]++;
        return true;
    }

    /// <inheritdoc cref="TryAdd(ReadOnlySpan{byte}, TValue, out TValue)"/>
    public bool TryAdd(string text, TValue value, out TValue known)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return TryAdd(bytes[..Encoding.UTF8.GetBytes(text, bytes)], value, out known);
    }

    private static Entry[] Grown(Entry[] entries)
    {
        var larger = new Entry[(int)(entries.Length * Growth) + 1];
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (entry.Hash != 0)
                Place(larger, entry.Hash) = entry;
        }

        return larger;
    }

    private static ref Entry Place(Entry[] entries, ulong hash)
    {
        // The lowest bits select the part.
        var index = (int)(hash / Parts % (ulong)entries.Length);
        while (entries[index].Hash != 0 && entries[index].Hash != hash)
            index = index + 1 == entries.Length ? 0 : index + 1;
        return ref entries[index];
    }

    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        // Zero marks a free entry.
        return Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(digest));
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry
    {
        public ulong Hash;
        public TValue Value;
    }
}
