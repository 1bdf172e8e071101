using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Tests.Engine.Fields;

/// <summary>What keeps a spreadsheet from running a cell is put on when a file is written, and taken off wherever a row is read.</summary>
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
    public void What_is_put_on_is_taken_off_again_by_who_reads_the_row(string cell, string written)
    {
        Assert.Equal(written, FormulaArmour.PutOn(cell));

        var draft = new RowReader(PaymentProviders.Get("OnePay"), PaymentProviders.Names).Read(1, null, ["first_name"], [written]);

        Assert.Equal(cell, draft[CustomerField.FirstName]);
    }
}
