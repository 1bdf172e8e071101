using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// The 128-bit hash of an idempotency key, which identifies the key in tables, in shared journals and for shards. It never changes for a
/// key. Not a <see cref="UInt128"/>, because no method that uses one can be compiled to machine code before it is
/// installed: .NET would compile most of a run's code at its first row.
/// </summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct KeyHash(ulong High, ulong Low)
{
    /// <summary>The hash of a key. Compute it once per row if possible, because it costs more than finding it in a table.</summary>
    public static KeyHash Of(string key)
    {
        // A computed key contains a hash already. All of its bits are used.
        Span<byte> own = stackalloc byte[KeyScope.DigestLength];
        if (KeyScope.TryReadDigest(key, own))
            return new KeyHash(Read(own, 8) ^ Read(own, 24), Read(own, 0) ^ Read(own, 16));
        return OfText(key);
    }

    /// <summary>The hash of a text that is not a key.</summary>
    public static KeyHash OfText(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return OfContent(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>The hash of something that is not a key.</summary>
    public static KeyHash OfContent(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        return new KeyHash(Read(digest, 8), Read(digest, 0));
    }

    /// <summary>The remainder of a division of all 128 bits.</summary>
    /// <param name="divisor">The divisor, from 1.</param>
    public int Modulo(int divisor)
    {
        var by = (ulong)divisor;
        var ofHigh = ((ulong.MaxValue % by) + 1) % by;
        return (int)((((High % by) * ofHigh) + (Low % by)) % by);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Low;

    /// <summary>The hash as 32 hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    private static ulong Read(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
