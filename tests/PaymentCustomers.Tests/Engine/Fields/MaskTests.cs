using PaymentCustomers.Engine.Privacy;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class MaskTests
{
    [Theory]
    [InlineData(FirstName, "Ana", "A***")]
    [InlineData(BusinessName, "Éxito S.A.", "É***")]
    [InlineData(LastName, "😀 Ruiz", "😀***")]
    [InlineData(Email, "ana@example.co", "a***@***.co")]
    [InlineData(Email, "ana", "a***")]
    [InlineData(Email, "@ana.co", "@***")]
    [InlineData(Email, "😀@example.co", "😀***@***.co")]
    [InlineData(Email, "ana@example.averylongfamilyname", "a***")]
    [InlineData(Phone, "+573001234567", "***67")]
    [InlineData(Phone, "4567", "***")]
    [InlineData(DocumentNumber, "1060500333", "***33")]
    [InlineData(BirthDate, "1990-01-31", "***")]
    [InlineData(Postcode, "110111", "***")]
    [InlineData(AddressLine1, "Calle 1 # 2-3", "***")]
    [InlineData(Metadata, """{"a":1}""", "***")]
    [InlineData(City, "Bogotá", "Bogotá")]
    [InlineData(FirstName, "", "")]
    public void A_masked_value_shows_just_enough_to_recognize_the_row(CustomerField field, string value, string shown) =>
        Assert.Equal(shown, Mask.Value(field, value));

    [Fact]
    public void A_long_value_is_shortened() => Assert.Equal(new string('x', 40) + "…", Mask.Value(City, new string('x', 300)));
}
