namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A row of a file.</summary>
/// <param name="Row">The row number as a spreadsheet shows it: the first row is 1 and the header counts. In JSON Lines the line, in a JSON array the element.</param>
/// <param name="Cells">The cells of the row.</param>
internal readonly record struct InputRecord(long Row, string[] Cells)
{
    // Programs for DOS end a file with this character.
    private const string EndOfDosFile = "\u001A";

    /// <summary>Whether the row is an empty line, or the end of a file from DOS.</summary>
    public bool IsEmptyLine => Cells.Length == 0 || (Cells.Length == 1 && Cells[0] is "" or EndOfDosFile);
}
