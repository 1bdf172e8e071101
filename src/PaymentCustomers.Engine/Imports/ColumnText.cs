namespace PaymentCustomers.Engine.Imports;

/// <summary>Column names of files, in the form in which messages show them.</summary>
internal static class ColumnText
{
    private const int Longest = 60;

    /// <summary>The name in quotes, shortened if it is long.</summary>
    public static string Quoted(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length switch
        {
            0 => ImportMessages.NoName,
            > Longest => $"'{trimmed[..Longest]}…'",
            _ => $"'{trimmed}'",
        };
    }
}
