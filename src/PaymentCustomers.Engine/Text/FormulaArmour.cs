using System.Buffers;

namespace PaymentCustomers.Engine.Text;

/// <summary>
/// Keeps spreadsheets from running what stands in a cell: what begins like a formula gets an apostrophe, which says "text"
/// to them, and loses it when the file is read again.
/// </summary>
internal static class FormulaArmour
{
    private const char Apostrophe = '\'';

    // Telephone numbers begin with a plus, and a number alone runs nothing.
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789 ");

    /// <summary>A cell as it is written to a file that people open.</summary>
    public static string PutOn(string cell) => IsFormula(cell) ? Apostrophe + cell : cell;

    /// <summary>The same cell as it was before: whoever reads a row takes it off, from whatever file it came.</summary>
    public static string TakeOff(string cell) => cell.Length > 1 && cell[0] == Apostrophe && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> cell) =>
        cell.Length > 0
        && (cell[0] is '=' or '@' or '\t' or '\r' || (cell[0] is '+' or '-' && cell[1..].ContainsAnyExcept(OfNumbers)));
}
