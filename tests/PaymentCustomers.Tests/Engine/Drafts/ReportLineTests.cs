using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Tests of lines that reports have below their table. At Stripe and Dots, a name is enough for a customer.</summary>
public sealed class ReportLineTests
{
    [Theory]
    [InlineData("Total: 25")]
    [InlineData("TOTAL")]
    [InlineData("Gran total 25")]
    [InlineData("Total clientes 25")]
    [InlineData("Página 1 de 2")]
    [InlineData("(1 row affected)")]
    [InlineData("25 registros")]
    [InlineData("Thursday, March 6, 2025 10:00 AM GMT-5")]
    [InlineData("Fecha de impresión 01/02/2025")]
    [InlineData("Fin del reporte")]
    [InlineData("Generado por Siigo")]
    public void A_line_below_a_table_is_no_customer(string line)
    {
        Assert.Contains("looks like a line below the table", Assert.Single(Rows.Problems(Rows.Prepare("Stripe", ("Name", line), ("Email", "")))), StringComparison.Ordinal);
        Assert.Contains("looks like a line below the table", Assert.Single(Rows.Problems(Rows.Prepare("Dots", ("Razón social", line), ("Correo", "")))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Total Energies S.A.S.")]
    [InlineData("Century 21")]
    [InlineData("Ana Ruiz")]
    [InlineData("4-72")]
    [InlineData("24/7 Fitness")]
    public void A_name_alone_is_a_customer(string name) =>
        Assert.Contains($"\"business_name\":\"{name}\"", Rows.Body(Rows.Prepare("Dots", ("Razón social", name))), StringComparison.Ordinal);

    [Fact]
    public void A_name_like_such_a_line_is_a_customer_if_the_row_has_anything_else() =>
        Assert.Contains("\"business_name\":\"Total 24\"", Rows.Body(Rows.Prepare("Dots", ("Razón social", "Total 24"), ("Correo", "total@example.com"))), StringComparison.Ordinal);
}
