using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// A row without a customer: a copy of the input row with its state. When it is exported or piped in again, a row that may have a
/// customer is looked up before it is sent.
/// </summary>
internal static class RejectedRow
{
    private const string Key = "idempotency_key";

    /// <param name="row">The input row.</param>
    /// <param name="state">The state of the row.</param>
    /// <param name="reason">Why it has no customer.</param>
    /// <param name="key">The row's key if it may have a customer; blank to remove the key of an earlier run; null to keep the row's own key.</param>
    /// <param name="time">When the state was determined; null if that is not known.</param>
    public static object Of(object row, RejectState state, string reason, string? key, DateTimeOffset? time)
    {
        var marks = new (string Name, string Value)[]
        {
            (RejectColumns.State, RejectColumns.Write(state)), (RejectColumns.Reason, reason), (RejectColumns.Time, time is { } known ? RejectColumns.Write(known) : ""),
        };
        if (row is PSObject { BaseObject: IDictionary table })
        {
            var copy = Copy(table);
            if (key?.Length == 0 || !copy.Keys.Cast<object>().Any(IsKey))
                copy[Key] = key ?? "";
            foreach (var (name, value) in marks)
                copy[name] = value;
            return copy;
        }

        var custom = Copy((PSObject)row);
        if (key?.Length == 0 || !custom.Properties.Any(property => IsKey(property.Name)))
            Set(custom, Key, key ?? "");
        foreach (var (name, value) in marks)
            Set(custom, name, value);
        return custom;
    }

    /// <summary>The row of an error that was piped in; null for an error that does not concern a row.</summary>
    public static PSObject? Behind(ErrorRecord error) =>
        error is { Exception: PaymentException { Error.Row: not null }, TargetObject: { } row } ? PSObject.AsPSObject(row) : null;

    private static bool IsKey(object name) => ColumnNames.Field($"{name}") == CustomerField.IdempotencyKey;

    private static OrderedDictionary Copy(IDictionary table)
    {
        var copy = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
            copy[entry.Key] = entry.Value;
        return copy;
    }

    private static PSObject Copy(PSObject row)
    {
        if (row.BaseObject is PSCustomObject)
            return row.Copy();
        var copy = new PSObject();
        foreach (var property in row.Properties)
        {
            try
            {
                copy.Properties.Add(new PSNoteProperty(property.Name, property.Value));
            }
            catch (ExtendedTypeSystemException)
            {
                // A property that cannot be read was not used as part of the row.
            }
        }

        return copy;
    }

    private static void Set(PSObject row, string name, string value)
    {
        row.Properties.Remove(name);
        row.Properties.Add(new PSNoteProperty(name, value));
    }
}
