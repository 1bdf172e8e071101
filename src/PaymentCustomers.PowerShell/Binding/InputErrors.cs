namespace PaymentCustomers.PowerShell.Binding;

/// <summary>What can be wrong with the input as a whole.</summary>
internal static class InputErrors
{
    // As they are typed behind -Delimiter.
    private static readonly (char Character, string Written)[] Delimiters = [(';', "';'"), ('\t', "\"`t\""), (',', "','"), ('|', "'|'")];

    public static PaymentException NoUsableColumn(IEnumerable<string> unused)
    {
        var columns = unused.ToList();
        var names = string.Join(", ", columns.Take(10).Select(column => $"'{(column.Length <= 60 ? column : column[..60] + "…")}'"));
        return new PaymentException(new PaymentError(PaymentErrorId.CustomerInvalid, Messages.NoUsableColumn(names))
        {
            RecommendedAction = Action(columns),
        });
    }

    /// <summary>What came in is no id.</summary>
    public static PaymentException NotAnId(string type) =>
        new(new PaymentError(PaymentErrorId.CustomerNotFound, Messages.NotAnId(type)) { RecommendedAction = Messages.GiveIds });

    private static string Action(List<string> columns)
    {
        // What PowerShell adds to the lines of Get-Content and to files.
        if (columns.Contains("PSPath"))
            return Messages.ReadAsCsv;
        // Import-Csv takes the line that tells a spreadsheet the delimiter for the header.
        if (columns.Find(column => column.TrimStart('\uFEFF', ' ', '"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) is not null)
            return Messages.SkipSepLine;
        if (columns is not [var header])
            return Messages.NameColumns;
        var (delimiter, written) = Delimiters.MaxBy(known => header.Count(character => character == known.Character));
        return header.Contains(delimiter, StringComparison.Ordinal) ? Messages.NameDelimiter(written) : Messages.NameColumns;
    }
}
