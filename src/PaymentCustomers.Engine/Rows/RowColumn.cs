using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>How a column is used.</summary>
internal enum ColumnUse
{
    /// <summary>Not used: its content is unknown.</summary>
    Unused,

    /// <summary>Not used: the provider does not have the field. Reported once per column, when a row has a value in it.</summary>
    LeftOut,

    /// <summary>Read as a field.</summary>
    Read,

    /// <summary>Read as a member of the metadata.</summary>
    MetadataMember,

    /// <summary>The provider of a customer that was exported before.</summary>
    Provider,

    /// <summary>The state of the row in an earlier run.</summary>
    RejectState,

    /// <summary>The time of that state.</summary>
    RejectTime,

    /// <summary>Not used, because the user said so.</summary>
    Ignored,
}

/// <summary>A column of the input.</summary>
internal sealed record RowColumn(string Name, ColumnUse Use)
{
    // Columns of this product's own output besides the fields. No user expects them to be read.
    private static readonly string[] OwnColumns =
    [
        nameof(PaymentCustomerResult.Row), nameof(PaymentCustomerResult.Outcome), nameof(PaymentCustomerResult.FromJournal),
        nameof(PaymentCustomer.Id), nameof(PaymentCustomer.Name), nameof(PaymentCustomer.Created), nameof(PaymentCustomer.Updated),
    ];

    private static readonly ColumnMeaning None = new(ColumnRole.Field, default);

    /// <summary>The column's meaning, if it is read or left out.</summary>
    public ColumnMeaning Meaning { get; private init; } = None;

    /// <summary>The member's name in the metadata.</summary>
    public string? Member { get; private init; }

    /// <summary>Whether the column is part of an address.</summary>
    public bool IsAddress => Meaning.Role == ColumnRole.Field && IsAddressField(Meaning.Field);

    /// <summary>Whether the column contains a value of a customer.</summary>
    public bool IsUsable => Use == ColumnUse.MetadataMember || (Use == ColumnUse.Read && Meaning.Role != ColumnRole.FullName);

    /// <summary>Whether the column belongs to this product's own output, so that it is not reported as unused.</summary>
    public bool IsOwn => OwnColumns.Contains(Name, StringComparer.OrdinalIgnoreCase) || RejectColumns.IsOwn(Name);

    /// <summary>A column that the user mapped to a field.</summary>
    public static RowColumn OfField(string name, CustomerField field) =>
        new(name, ColumnUse.Read) { Meaning = new ColumnMeaning(ColumnRole.Field, field) };

    /// <summary>A column that the user mapped to a metadata member.</summary>
    public static RowColumn OfMetadata(string name, string member) => new(name, ColumnUse.MetadataMember) { Member = member };

    public static bool IsAddressField(CustomerField field) => field is >= CustomerField.Country and <= CustomerField.AddressLine2;

    /// <summary>Determines what a column with this name means for a provider.</summary>
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
        // The column contains a whole address as an object.
        if (NestedValue.IsAddress(name) && IsMissing(CustomerField.AddressLine1, provider))
            return LeftOut(name, CustomerField.AddressLine1);
        return new RowColumn(name, ColumnNames.IsProvider(name) ? ColumnUse.Provider : ColumnUse.Unused);
    }

    private static RowColumn LeftOut(string name, CustomerField field) =>
        new(name, ColumnUse.LeftOut) { Meaning = new ColumnMeaning(ColumnRole.Field, field) };

    // The country is also needed to read the telephone number. A name is never left out: its row is refused.
    private static bool IsMissing(CustomerField field, PaymentProvider provider) =>
        provider.Format[field] is null && field != CustomerField.Country && !FieldCatalog.IsName(field);

    private static ColumnUse Reject(string name) =>
        name.Equals(RejectColumns.State, StringComparison.OrdinalIgnoreCase) ? ColumnUse.RejectState
        : name.Equals(RejectColumns.Time, StringComparison.OrdinalIgnoreCase) ? ColumnUse.RejectTime
        : ColumnUse.Unused;
}
