namespace PaymentCustomers.Engine.Imports;

/// <summary>Names out of files, as they are shown.</summary>
internal static class ColumnText
{
    private const int Longest = 60;

    /// <summary>A name in quotes; a long one is cut.</summary>
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
