namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Errors of the input as a whole.</summary>
internal static class InputErrors
{
    // Each delimiter, and how it is written after -Delimiter.
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

    /// <summary>The input is not an id.</summary>
    public static PaymentException NotAnId(string type) =>
        new(new PaymentError(PaymentErrorId.CustomerNotFound, Messages.NotAnId(type)) { RecommendedAction = Messages.GiveIds });

    private static string Action(List<string> columns)
    {
        // PowerShell adds this property to lines from Get-Content and to files.
        if (columns.Contains("PSPath"))
            return Messages.ReadAsCsv;
        // Import-Csv treats a line "sep=;" for spreadsheets as the header.
        if (columns.Find(column => column.TrimStart('\uFEFF', ' ', '"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) is not null)
            return Messages.SkipSepLine;
        if (columns is not [var header])
            return Messages.NameColumns;
        var (delimiter, written) = Delimiters.MaxBy(known => header.Count(character => character == known.Character));
        return header.Contains(delimiter, StringComparison.Ordinal) ? Messages.NameDelimiter(written) : Messages.NameColumns;
    }
}
