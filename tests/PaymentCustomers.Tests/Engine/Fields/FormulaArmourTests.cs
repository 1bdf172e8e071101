using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Tests.Engine.Fields;

/// <summary>The mark that keeps a spreadsheet from running a cell is added when a file is written, and removed when a row is
/// read.</summary>
public sealed class FormulaArmourTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK('x')", "'=HYPERLINK('x')")]
    [InlineData("='a'", "'='a'")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+573001234567", "+573001234567")]
    [InlineData("-1", "-1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("'Ana'", "'Ana'")]
    [InlineData("'", "'")]
    [InlineData("Ana", "Ana")]
    public void The_mark_against_formulas_is_added_in_files_and_removed_when_a_row_is_read(string cell, string written)
    {
        Assert.Equal(written, FormulaArmour.PutOn(cell));

        var draft = new RowReader(PaymentProviders.Get("OnePay"), PaymentProviders.Names).Read(1, null, ["first_name"], [written]);

        Assert.Equal(cell, draft[CustomerField.FirstName]);
    }
}
