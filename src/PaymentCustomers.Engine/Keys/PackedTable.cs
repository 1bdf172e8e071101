using System.Runtime.CompilerServices;
using System.Text;

namespace PaymentCustomers.Engine.Keys;

/// <summary>Stores values for millions of texts, by a hash of each text (<see cref="BlockTable{TValue}"/>).</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class PackedTable<TValue>
    where TValue : struct
{
    private readonly BlockTable<TValue> _table = new();

    /// <summary>Records a value for a text, unless it has one already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="known">The earlier value.</param>
    /// <returns>False if the text has a value already.</returns>
    public bool TryAdd(ReadOnlySpan<byte> text, TValue value, out TValue known)
    {
        var hash = KeyHash.OfContent(text);
        ref var found = ref _table.Find(hash);
        if (!Unsafe.IsNullRef(ref found))
        {
            known = found;
            return false;
        }

        known = default;
        _table.Add(hash) = value;
        return true;
    }

    /// <inheritdoc cref="TryAdd(ReadOnlySpan{byte}, TValue, out TValue)"/>
    public bool TryAdd(string text, TValue value, out TValue known)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return TryAdd(bytes[..Encoding.UTF8.GetBytes(text, bytes)], value, out known);
    }
}
