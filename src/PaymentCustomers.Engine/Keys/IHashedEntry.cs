namespace PaymentCustomers.Engine.Keys;

/// <summary>An entry of a <see cref="BlockTable{TEntry}"/>.</summary>
internal interface IHashedEntry
{
    /// <summary>Bits of the hash of the entry's key. An entry stores as many of the lowest ones as it has room for. Set by the table.</summary>
    uint Rest { get; set; }
}
