namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>A row of a file.</summary>
/// <param name="Row">Its number as a spreadsheet shows it: the first row of the file is 1, the header counts. Of JSON Lines the line, of a JSON array the element.</param>
/// <param name="Cells">Its cells.</param>
internal readonly record struct InputRecord(long Row, string[] Cells)
{
    /// <summary>Whether it is a line without anything.</summary>
    public bool IsEmptyLine => Cells.Length == 0 || (Cells.Length == 1 && Cells[0].Length == 0);
}
