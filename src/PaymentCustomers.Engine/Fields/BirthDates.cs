using System.Globalization;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Reads dates of birth in ISO 8601 or in a format that the user specifies. Rejects dates that could mean two different days.</summary>
/// <param name="format">The user's date format in .NET notation (<c>dd/MM/yyyy</c>), or null for ISO 8601 only.</param>
/// <param name="today">The current date. Later dates are rejected.</param>
internal sealed class BirthDates(string? format, DateOnly today)
{
    private const string WireDate = "yyyy-MM-dd";

    private static readonly string[] Days = [WireDate, "yyyy/MM/dd", "yyyyMMdd"];

    private static readonly string[] Moments = [.. from day in new[] { WireDate, "yyyy/MM/dd" }
                                                   from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }
                                                   from gap in new[] { " ", "'T'" }
                                                   select $"{day}{gap}{time}"];

    private readonly string[] _own = format is null ? [] : [format, Short(format)];

    /// <summary>Whether a format contains day, month and year, so that it determines a date.</summary>
    public static bool IsFormat(string format)
    {
        try
        {
            // A date whose day, month and year cannot be confused.
            var day = new DateTime(1987, 10, 23);
            return DateTime.TryParseExact(day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The date in the form that is sent.</summary>
    public string Read(string value, out string? problem)
    {
        problem = null;
        if (Parse(value, ref problem) is not { } date)
            return value;
        if (problem is null && date > today.AddDays(1))
            problem = FieldMessages.DateInFuture;
        else if (problem is null && date.Year < 1900)
            problem = FieldMessages.DateTooEarly;
        // The same as WireDate, and faster.
        return date.ToString("O", CultureInfo.InvariantCulture);
    }

    private static string Short(string format) =>
        format.Replace("dd", "d", StringComparison.Ordinal).Replace("MM", "M", StringComparison.Ordinal);

    private DateOnly? Parse(string value, ref string? problem)
    {
        if (_own.Length > 0 && DateTime.TryParseExact(value, _own, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var own))
            // A year of two digits means the latest such year that is not in the future.
            return DateOnly.FromDateTime(!format!.Contains("yyy", StringComparison.Ordinal) && DateOnly.FromDateTime(own) > today ? own.AddYears(-100) : own);
        if (DateOnly.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var local = WithoutZone(value, out var hasZone);
        if (DateTime.TryParseExact(local, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            // Midnight is a date to which a program added a time. Any other time is a different day in other time zones.
            if (hasZone && moment.TimeOfDay != TimeSpan.Zero)
                problem = FieldMessages.DateDependsOnZone;
            return DateOnly.FromDateTime(moment);
        }

        problem = IsSerial(value) ? FieldMessages.DateSerial
            : IsOtherForm(value) ? FieldMessages.DateOtherForm
            : FieldMessages.DateForm;
        return null;
    }

    private static string WithoutZone(string value, out bool hasZone)
    {
        hasZone = true;
        if (value.EndsWith('Z') || value.EndsWith('z'))
            return value[..^1].TrimEnd();
        var time = value.IndexOf(':', StringComparison.Ordinal);
        var sign = time < 0 ? -1 : value.IndexOfAny(['+', '-'], time);
        if (sign > 0 && value.Length - sign is >= 3 and <= 6 && !value.AsSpan(sign + 1).ContainsAnyExceptInRange('0', ':'))
            return value[..sign].TrimEnd();
        hasZone = false;
        return value;
    }

    // Spreadsheets count days since 1900: five digits for everyone alive, and a fraction if there is a time.
    private static bool IsSerial(string value)
    {
        var whole = value.Split('.', ',')[0];
        return whole.Length is 4 or 5 && double.TryParse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is > 366 and < 80_000;
    }

    private static bool IsOtherForm(string value) =>
        value.TakeWhile(char.IsAsciiDigit).Count() != 4 && value.Count(char.IsAsciiDigit) >= 3 && value.AsSpan().IndexOfAny("/.- ") > 0 && value.Split('/', '.', '-', ' ').Length >= 3;
}
