using System.Collections;
using System.Globalization;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Converts values of any type to text, independent of the culture.</summary>
internal static class FieldText
{
    /// <summary>The value as a CSV file contains it: dates in ISO 8601, numbers without grouping, null as null.</summary>
    public static string? From(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Only a moment without a time zone is the same day everywhere. ConvertFrom-Json converts other moments to the zone of this machine.
        DateTime { Kind: DateTimeKind.Utc } moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Local } moment => From(new DateTimeOffset(moment)),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset { TimeOfDay.Ticks: 0 } moment => From(moment.DateTime),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Spreadsheets store telephone and document numbers as floating point numbers.
        double number when Math.Abs(number) < 1e15 && Math.Truncate(number) == number => number.ToString("0", CultureInfo.InvariantCulture),
        // Databases store them as decimals. Remove the trailing zeros that the column's scale adds.
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        CustomerMetadata metadata => metadata.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ICollection { Count: 0 } => null,
        _ => value.ToString(),
    };
}
