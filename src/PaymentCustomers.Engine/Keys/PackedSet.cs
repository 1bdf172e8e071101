using System.Runtime.CompilerServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Recognizes millions of texts, by a hash of each text (<see cref="BlockTable{TEntry}"/>). Only for texts whose mix-up loses no row: the
/// hash is shorter than in the other tables.
/// </summary>
/// <remarks>Stores 60 bits of the hash: with ten million texts, a new one is treated as known in one of 23,000 tables.</remarks>
internal sealed class PackedSet
{
    private readonly BlockTable<Entry> _table = new();

    /// <summary>Adds a text.</summary>
    /// <returns>False if it was added before.</returns>
    public bool Add(string text)
    {
        var hash = KeyHash.OfText(text);
        if (!Unsafe.IsNullRef(ref _table.Find(hash)))
            return false;
        _table.Add(hash);
        return true;
    }

    private struct Entry : IHashedEntry
    {
        private ushort _rest;

        public uint Rest
        {
            readonly get => _rest;
            set => _rest = (ushort)value;
        }
    }
}
