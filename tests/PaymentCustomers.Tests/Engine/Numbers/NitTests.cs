using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Numbers;

public sealed class NitTests
{
    [Theory]
    [InlineData("800197268", 4)] // DIAN
    [InlineData("860034313", 7)] // Davivienda
    [InlineData("890903938", 8)] // Bancolombia
    [InlineData("899999068", 1)] // Ecopetrol
    [InlineData("860002964", 4)] // Banco de Bogotá
    [InlineData("890900608", 9)] // Almacenes Éxito
    public void The_check_digit_is_computed_correctly_for_known_numbers(string number, int digit) =>
        Assert.Equal(digit, Nit.CheckDigit(number));

    [Theory]
    [InlineData("800197268-4", "800197268-4")]
    [InlineData("860.034.313-7", "860034313-7")]
    [InlineData("890 903 938 - 8", "890903938-8")]
    [InlineData("899999068", "899999068")]
    [InlineData("1060500333", "1060500333")]
    [InlineData("NIT 800197268", "800197268")]
    [InlineData("800197268.00", "800197268")]
    [InlineData("860,034,313-7", "860034313-7")]
    [InlineData("860034313 7", "860034313-7")]
    [InlineData("860.034.313 7", "860034313-7")]
    [InlineData("860034313\u20137", "860034313-7")]
    [InlineData("8600343137", "860034313-7")]
    public void The_number_of_a_company_is_sent_without_separators(string number, string sent) =>
        Assert.Contains($"\"document_number\":\"{sent}\"", Rows.Body(Company(number)), StringComparison.Ordinal);

    [Theory]
    [InlineData("800197268-5")]
    [InlineData("860034313-0")]
    [InlineData("890903983-8")]
    [InlineData("8600343130")]
    public void A_wrong_check_digit_is_refused(string number) =>
        Assert.Equal(
            [$"DocumentNumber '***{number[^2..]}' is not a valid NIT: the check digit after the hyphen does not match the number"],
            Rows.Problems(Company(number)));

    [Theory]
    [InlineData("800197268-")]
    [InlineData("800197268-44")]
    [InlineData("800197268-4-4")]
    [InlineData("800197268-K")]
    [InlineData("-4444")]
    [InlineData("8001972681234567")]
    [InlineData("8001.97268-4")]
    public void A_number_that_is_not_a_NIT_is_refused(string number) =>
        Assert.Equal(
            [$"DocumentNumber '***{number[^2..]}' is not a NIT: a NIT has only digits, and one check digit after a hyphen"],
            Rows.Problems(Company(number)));

    [Theory]
    [InlineData("1.060.500.333", "1060500333")]
    [InlineData("1 060 500 333", "1060500333")]
    [InlineData("1060500333", "1060500333")]
    [InlineData("1060500333.0", "1060500333")]
    [InlineData("1060500333.00", "1060500333")]
    [InlineData("1060500333,00", "1060500333")]
    [InlineData("1,060,500,333", "1060500333")]
    [InlineData("1,060,500,333.00", "1060500333")]
    [InlineData("1.060.500.333,00", "1060500333")]
    [InlineData("1'060.500.333", "1060500333")]
    [InlineData("1\u00A0060\u00A0500\u00A0333", "1060500333")]
    [InlineData("1\u202F060\u202F500\u202F333", "1060500333")]
    [InlineData("C.C. 1.060.500.333", "1060500333")]
    [InlineData("=\"1060500333\"", "1060500333")]
    [InlineData("'1060500333", "1060500333")]
    public void The_number_of_a_person_is_sent_without_separators(string number, string sent) =>
        Assert.Contains($"\"document_number\":\"{sent}\"", Rows.Body(Person("CC", number)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1060500333-1", "***-1")]
    [InlineData("CX1060500333", "***33")]
    [InlineData("1,060,500,33", "***33")]
    [InlineData(".,.", "***")]
    [InlineData("1.060.500.33", "***33")]
    public void A_number_that_is_not_a_CC_is_refused(string number, string masked) =>
        Assert.Equal([$"DocumentNumber '{masked}' is not the number of a CC: a CC has only digits"], Rows.Problems(Person("CC", number)));

    [Theory]
    [InlineData("PASSPORT", "AT-123.456")]
    [InlineData("CE", "E 123456")]
    public void The_number_of_another_document_is_sent_unchanged(string type, string number) =>
        Assert.Contains($"\"document_number\":\"{number}\"", Rows.Body(Person(type, number)), StringComparison.Ordinal);

    private static PreparedDraft Company(string number) => Rows.PrepareLeast(
        "OnePay", ("CustomerType", "company"), ("DocumentType", "NIT"), ("DocumentNumber", number));

    private static PreparedDraft Person(string type, string number) =>
        Rows.PrepareLeast("OnePay", ("DocumentType", type), ("DocumentNumber", number));
}
