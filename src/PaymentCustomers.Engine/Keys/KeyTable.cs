using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaymentCustomers.Engine.Keys;

/// <summary>
/// Stores the states of millions of keys, with the customers' ids. Takes about 25 bytes per key, independent of the key's length, if
/// the id fits into 128 bits.
/// </summary>
/// <remarks>Stores 69 bits of the hash: with ten million keys, two of them are treated as one in one of 11 million tables.</remarks>
internal sealed class KeyTable
{
    private readonly BlockTable<Entry> _table = new();
    private readonly Dictionary<KeyHash, string> _otherIds = [];

    /// <summary>The state of a key; <see cref="KeyState.None"/> if the key is not known.</summary>
    public KeyState StateOf(KeyHash hash, out string? id)
    {
        ref var entry = ref _table.Find(hash);
        id = null;
        if (Unsafe.IsNullRef(ref entry))
            return KeyState.None;
        if (entry.Form != IdForm.None)
            id = entry.Form == IdForm.Other ? _otherIds[hash] : entry.Id.Unpack(entry.Form);
        return entry.State;
    }

    /// <summary>Marks a key as used in this run.</summary>
    /// <returns>Whether it was marked before, which means that the row occurs twice in the input.</returns>
    public bool Mark(KeyHash hash)
    {
        ref var entry = ref Of(hash);
        var wasMarked = entry.IsMarked;
        entry.IsMarked = true;
        return wasMarked;
    }

    /// <summary>Whether a key was marked as used in this run.</summary>
    public bool IsMarked(KeyHash hash)
    {
        ref var entry = ref _table.Find(hash);
        return !Unsafe.IsNullRef(ref entry) && entry.IsMarked;
    }

    /// <summary>Records the current state of a key.</summary>
    public void Set(KeyHash hash, KeyState state, string? id = null)
    {
        ref var entry = ref Of(hash);
        if (entry.Form == IdForm.Other)
            _otherIds.Remove(hash);
        entry.Id = PackedId.Of(id, out var form);
        entry.Form = form;
        if (form == IdForm.Other)
            _otherIds[hash] = id!;
        entry.State = state;
    }

    /// <summary>The entry of a key; created if there is none.</summary>
    private ref Entry Of(KeyHash hash)
    {
        ref var entry = ref _table.Find(hash);
        if (!Unsafe.IsNullRef(ref entry))
            return ref entry;
        return ref _table.Add(hash);
    }

    /// <summary>The entry of one key. Packed, because there may be millions.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Entry : IHashedEntry
    {
        public PackedId Id;

        // The state in 4 bits, the form of the id in 2, the mark in 1, and 25 bits of the key's hash.
        private uint _bits;

        public KeyState State
        {
            readonly get => (KeyState)(_bits & 0x0F);
            set => _bits = (_bits & ~0x0FU) | (uint)value;
        }

        public IdForm Form
        {
            readonly get => (IdForm)((_bits >> 4) & 0x03);
            set => _bits = (_bits & ~0x30U) | ((uint)value << 4);
        }

        public bool IsMarked
        {
            readonly get => (_bits & 0x40) != 0;
            set => _bits = value ? _bits | 0x40 : _bits & ~0x40U;
        }

        public uint Rest
        {
            readonly get => _bits >> 7;
            set => _bits = (_bits & 0x7F) | (value << 7);
        }
    }
}
