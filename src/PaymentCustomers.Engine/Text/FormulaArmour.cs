using System.Buffers;

namespace PaymentCustomers.Engine.Text;

/// <summary>
/// Prevents spreadsheets from executing cells. A cell that starts like a formula is written with a leading apostrophe, which
/// marks text in a spreadsheet, and the apostrophe is removed when the file is read again.
/// </summary>
internal static class FormulaArmour
{
    private const char Apostrophe = '\'';

    // Telephone numbers start with a plus, and a plain number executes nothing.
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789 ");

    /// <summary>The cell as it is written to a file for people.</summary>
    public static string PutOn(string cell) => IsFormula(cell) ? Apostrophe + cell : cell;

    /// <summary>The cell without the apostrophe. Every row reader applies it, whatever kind of file the row comes from.</summary>
    public static string TakeOff(string cell) => cell.Length > 1 && cell[0] == Apostrophe && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> cell) =>
        cell.Length > 0
        && (cell[0] is '=' or '@' or '\t' or '\r' || (cell[0] is '+' or '-' && cell[1..].ContainsAnyExcept(OfNumbers)));
}
