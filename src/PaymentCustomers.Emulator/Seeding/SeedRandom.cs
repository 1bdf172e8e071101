using System.Buffers.Binary;

namespace PaymentCustomers.Emulator.Seeding;

/// <summary>
/// SplitMix64 random numbers. They depend only on a seed and an ordinal, not on numbers drawn before, and are the same in every
/// version of .NET, which does not guarantee the sequence of <see cref="Random"/>.
/// </summary>
internal struct SeedRandom(long seed, long ordinal)
{
    // Mix once more; otherwise the numbers of one ordinal would be those of the previous one, shifted by one.
    private ulong _state = Mix(Mix((ulong)seed) + ((ulong)ordinal * 0x9E3779B97F4A7C15UL));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(T[] values) => values[Below(values.Length)];

    /// <summary>A version 4 UUID.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
