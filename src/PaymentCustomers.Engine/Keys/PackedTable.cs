using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// What is known of texts by the million: of each, 64 bits of a hash are kept. Two texts that share them are taken for
/// one; of ten million, one pair in 370,000 such tables. For use where that is told as doubt or as a problem, never as
/// a customer.
/// </summary>
/// <typeparam name="TValue">What is known of a text.</typeparam>
internal sealed class PackedTable<TValue>
    where TValue : struct
{
    private const int Parts = 256;
    private const double Fullest = 0.9;
    private const double Growth = 1.2;

    private readonly Entry[][] _parts = new Entry[Parts][];
    private readonly int[] _counts = new int[Parts];

    /// <summary>Notes what is known of a text, unless something is known of it already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What is known.</param>
    /// <param name="known">What was known before.</param>
    /// <returns>False if something was known before.</returns>
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
        // The lowest bits chose the part.
        var index = (int)(hash / Parts % (ulong)entries.Length);
        while (entries[index].Hash != 0 && entries[index].Hash != hash)
            index = index + 1 == entries.Length ? 0 : index + 1;
        return ref entries[index];
    }

    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        // Zero marks an empty place.
        return Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(digest));
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry
    {
        public ulong Hash;
        public TValue Value;
    }
}
