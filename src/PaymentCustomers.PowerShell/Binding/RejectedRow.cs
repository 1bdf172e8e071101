using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// A row that has no customer, as it comes back: a copy of the row as it came in, with what is known of it beside. Exported
/// or piped in again, it knows its state: one that may have a customer is looked up before it is sent.
/// </summary>
internal static class RejectedRow
{
    private const string Key = "idempotency_key";

    /// <param name="row">The row as it came in.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="reason">Why it has no customer.</param>
    /// <param name="key">Its key, if it may have a customer; blank to take away that of an earlier run; null to leave the row's own.</param>
    /// <param name="time">When that was found out; null if nobody knows.</param>
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

    /// <summary>The row behind an error that was piped in; null for an error that is about no row.</summary>
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
                // What cannot be read was no part of the row.
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
