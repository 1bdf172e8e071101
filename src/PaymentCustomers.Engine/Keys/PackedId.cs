using System.Buffers.Binary;

namespace PaymentCustomers.Engine.Keys;

/// <summary>How an id is stored in 128 bits.</summary>
internal enum IdForm : byte
{
    /// <summary>There is no id.</summary>
    None,

    /// <summary>The bits of a UUID in canonical form.</summary>
    Uuid,

    /// <summary>Up to 19 characters of 6 bits each, and their number.</summary>
    Text,

    /// <summary>The id does not fit.</summary>
    Other,
}

/// <summary>The id of a customer in 128 bits, from which it can be restored exactly: UUIDs, and short ids like Stripe's.</summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
internal readonly record struct PackedId(ulong High, ulong Low)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int BitsPerCharacter = 6;
    private const int InLow = 10;
    private const int Longest = 19;
    private const int LengthAt = 56;

    /// <summary>Packs an id.</summary>
    public static PackedId Of(string? id, out IdForm form)
    {
        form = IdForm.None;
        if (id is null)
            return default;
        Span<char> written = stackalloc char[36];
        if (Guid.TryParseExact(id, "D", out var uuid) && uuid.TryFormat(written, out _, "D") && written.SequenceEqual(id))
        {
            form = IdForm.Uuid;
            Span<byte> bytes = stackalloc byte[16];
            uuid.TryWriteBytes(bytes);
            return new PackedId(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        }

        form = IdForm.Other;
        return id.Length <= Longest ? OfText(id, ref form) : default;
    }

    /// <summary>The id.</summary>
    public string Unpack(IdForm form)
    {
        if (form == IdForm.Uuid)
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, High);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Low);
            return new Guid(bytes).ToString("D");
        }

        Span<char> text = stackalloc char[(int)(High >> LengthAt)];
        for (var i = 0; i < text.Length; i++)
        {
            var bits = i < InLow ? Low >> (i * BitsPerCharacter) : High >> ((i - InLow) * BitsPerCharacter);
            text[i] = Alphabet[(int)(bits % (ulong)Alphabet.Length)];
        }

        return new string(text);
    }

    private static PackedId OfText(string id, ref IdForm form)
    {
        var (high, low) = ((ulong)id.Length << LengthAt, 0UL);
        for (var i = 0; i < id.Length; i++)
        {
            var bits = Alphabet.IndexOf(id[i], StringComparison.Ordinal);
            if (bits < 0)
                return default;
            if (i < InLow)
                low |= (ulong)bits << (i * BitsPerCharacter);
            else
                high |= (ulong)bits << ((i - InLow) * BitsPerCharacter);
        }

        form = IdForm.Text;
        return new PackedId(high, low);
    }
}
