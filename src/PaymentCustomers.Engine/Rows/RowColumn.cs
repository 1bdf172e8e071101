using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What is done with a column.</summary>
internal enum ColumnUse
{
    /// <summary>Nothing: nobody knows what it holds.</summary>
    Unused,

    /// <summary>Nothing: the provider has no such field. That is told once for the column, when a row has a value there.</summary>
    LeftOut,

    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is a member of the metadata.</summary>
    MetadataMember,

    /// <summary>It tells the provider of a customer that was written out before.</summary>
    Provider,

    /// <summary>It tells what an earlier run knows of the row.</summary>
    RejectState,

    /// <summary>It tells when an earlier run knew that.</summary>
    RejectTime,

    /// <summary>Nothing, as the user says.</summary>
    Ignored,
}

/// <summary>A column of the input.</summary>
internal sealed record RowColumn(string Name, ColumnUse Use)
{
    // What our own objects say besides the fields: nobody takes it for one.
    private static readonly string[] OwnColumns =
    [
        nameof(PaymentCustomerResult.Row), nameof(PaymentCustomerResult.Outcome), nameof(PaymentCustomerResult.FromJournal),
        nameof(PaymentCustomer.Id), nameof(PaymentCustomer.Name), nameof(PaymentCustomer.Created), nameof(PaymentCustomer.Updated),
    ];

    private static readonly ColumnMeaning None = new(ColumnRole.Field, default);

    /// <summary>What it holds, where it is read or left out.</summary>
    public ColumnMeaning Meaning { get; private init; } = None;

    /// <summary>Its name in the metadata.</summary>
    public string? Member { get; private init; }

    /// <summary>Whether it is a part of an address.</summary>
    public bool IsAddress => Meaning.Role == ColumnRole.Field && IsAddressField(Meaning.Field);

    /// <summary>Whether it holds the value of a field of a customer.</summary>
    public bool IsUsable => Use == ColumnUse.MetadataMember || (Use == ColumnUse.Read && Meaning.Role != ColumnRole.FullName);

    /// <summary>Whether nobody expects it to be read: it stands in what this product writes.</summary>
    public bool IsOwn => OwnColumns.Contains(Name, StringComparer.OrdinalIgnoreCase) || RejectColumns.IsOwn(Name);

    /// <summary>A column that the user says holds a field.</summary>
    public static RowColumn OfField(string name, CustomerField field) =>
        new(name, ColumnUse.Read) { Meaning = new ColumnMeaning(ColumnRole.Field, field) { IsOwnName = true } };

    /// <summary>A column that the user says holds a member of the metadata.</summary>
    public static RowColumn OfMetadata(string name, string member) => new(name, ColumnUse.MetadataMember) { Member = member };

    public static bool IsAddressField(CustomerField field) => field is >= CustomerField.Country and <= CustomerField.AddressLine2;

    /// <summary>Learns what a column of a name is to a provider.</summary>
    public static RowColumn Of(string name, PaymentProvider provider)
    {
        if (ColumnNames.MetadataMember(name) is { } member)
        {
            return provider.Format[CustomerField.Metadata] is null
                ? LeftOut(name, CustomerField.Metadata)
                : new RowColumn(name, ColumnUse.MetadataMember) { Member = member };
        }

        if (RejectColumns.IsOwn(name))
            return new RowColumn(name, Reject(name.Trim()));
        if (ColumnNames.Meaning(name) is { } meaning)
            return new RowColumn(name, IsMissing(meaning.Field, provider) ? ColumnUse.LeftOut : ColumnUse.Read) { Meaning = meaning };
        // An address in one object.
        if (NestedValue.IsAddress(name) && IsMissing(CustomerField.AddressLine1, provider))
            return LeftOut(name, CustomerField.AddressLine1);
        return new RowColumn(name, ColumnNames.IsProvider(name) ? ColumnUse.Provider : ColumnUse.Unused);
    }

    private static RowColumn LeftOut(string name, CustomerField field) =>
        new(name, ColumnUse.LeftOut) { Meaning = new ColumnMeaning(ColumnRole.Field, field) };

    // The country of an address also says how a telephone number is read. A name is never left out: its row is refused.
    private static bool IsMissing(CustomerField field, PaymentProvider provider) =>
        provider.Format[field] is null && field != CustomerField.Country && !FieldCatalog.IsName(field);

    private static ColumnUse Reject(string name) =>
        name.Equals(RejectColumns.State, StringComparison.OrdinalIgnoreCase) ? ColumnUse.RejectState
        : name.Equals(RejectColumns.Time, StringComparison.OrdinalIgnoreCase) ? ColumnUse.RejectTime
        : ColumnUse.Unused;
}
