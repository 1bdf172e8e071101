using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>Stores values for millions of texts, by a hash of each text (<see cref="BlockTable{TEntry}"/>).</summary>
/// <remarks>Stores 68 bits of the hash: with ten million texts, two of them are treated as one in one of 5 million tables.</remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class PackedTable<TValue>
    where TValue : struct
{
    private readonly BlockTable<Entry> _table = new();

    /// <summary>Records a value for a text, unless it has one already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="known">The earlier value.</param>
    /// <returns>False if the text has a value already.</returns>
    public bool TryAdd(string text, TValue value, out TValue known)
    {
        var hash = KeyHash.OfText(text);
        ref var found = ref _table.Find(hash);
        if (!Unsafe.IsNullRef(ref found))
        {
            known = found.Value;
            return false;
        }

        known = default;
        _table.Add(hash).Value = value;
        return true;
    }

    /// <summary>The entry of one text. Packed, because there may be millions.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry : IHashedEntry
    {
        public TValue Value;
        private ushort _low;
        private byte _high;

        public uint Rest
        {
            readonly get => _low | ((uint)_high << 16);
            set => (_low, _high) = ((ushort)value, (byte)(value >> 16));
        }
    }
}
