using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class TextCheckTests
{
    [Theory]
    [InlineData("Ana\tRuiz", "A***", "contains the control character U+0009 at position 4")]
    [InlineData("Ana\nRuiz", "A***", "contains the control character U+000A at position 4")]
    [InlineData("A\u0000", "A***", "contains the control character U+0000 at position 2")]
    [InlineData("A\u0085b", "A***", "contains the control character U+0085 at position 2")]
    [InlineData("A\u2028b", "A***", "contains the control character U+2028 at position 2")]
    [InlineData("A\u2029b", "A***", "contains the control character U+2029 at position 2")]
    public void A_control_character_is_refused_with_its_position(string name, string masked, string problem) =>
        Assert.Equal($"FirstName '{masked}' {problem}", Rows.Refusal(FirstName, name));

    [Fact]
    public void A_replacement_character_is_refused_with_advice_about_the_encoding() =>
        Assert.Equal(
            "FirstName 'J***' contains U+FFFD, because the file was read in the wrong encoding. Specify its encoding (Import-Csv -Encoding; --encoding)",
            Rows.Refusal(FirstName, "Jos\uFFFD"));

    // "José", "Ángel", "Íñigo", "Ñáñez", "Óscar", "Nº" and "5°" in UTF-8, with each byte read as a character.
    [Theory]
    [InlineData("JosÃ©", "J***")]
    [InlineData("Ã\u0081ngel", "Ã***")]
    [InlineData("Ã\u008DÃ±igo", "Ã***")]
    [InlineData("Ã‘Ã¡Ã±ez", "Ã***")]
    [InlineData("Ã“scar", "Ã***")]
    [InlineData("Ã\u0093scar", "Ã***")]
    [InlineData("NÂº 5", "N***")]
    [InlineData("5Â°", "5***")]
    [InlineData("Peña MuÃ±oz", "P***")]
    [InlineData("MarÃ\u00ADa", "M***")]
    [InlineData("MarÃa", "M***")]
    [InlineData("Ã\u00ADngrid", "Ã***")]
    [InlineData("NicolÃ\u00A0", "N***")]
    [InlineData("Voil\u00C3\u00A0 Ana", "V***")]
    [InlineData("Ana\u00C2\u00A0Ruiz", "A***")]
    public void UTF8_that_was_read_as_Windows_1252_is_refused_with_advice(string name, string masked) =>
        Assert.Equal(
            $"FirstName '{masked}' contains Ã or Â instead of another letter: UTF-8 was read as Windows-1252. Read the file as UTF-8 (Import-Csv -Encoding utf8; --encoding utf-8)",
            Rows.Refusal(FirstName, name));

    // Written as numbers, because a source file cannot contain half a character.
    [Theory]
    [InlineData(new[] { 'A', '\uD83D' }, 2)]
    [InlineData(new[] { 'A', '\uD83D', 'b' }, 2)]
    [InlineData(new[] { 'A', 'b', '\uDE00' }, 3)]
    [InlineData(new[] { 'A', '\uD83D', '\uDE00', '\uD83D', '\uD83D', '\uDE00' }, 4)]
    public void Half_a_character_is_refused_with_its_position(char[] name, int position) =>
        Assert.Equal($"FirstName 'A***' contains half a character at position {position}, because the text was cut in the middle of a character", Rows.Refusal(FirstName, new string(name)));

    [Theory]
    [InlineData("Ana 😀")]
    [InlineData("José Ñuñez")]
    [InlineData("محمد")]
    [InlineData("李明")]
    [InlineData("𠮷野")]
    [InlineData("O'Brien-Müller, Jr.")]
    [InlineData("JOÃO")]
    [InlineData("São Paulo")]
    [InlineData("MARIA JOSÉ CONCEIÇÃO")]
    [InlineData("IRMÃ")]
    [InlineData("Ângela")]
    [InlineData("MAÇÃ, Âmbar")]
    [InlineData("Nº 5, 3ª")]
    [InlineData("5°")]
    public void A_name_in_any_script_is_sent_unchanged(string name) => Assert.Equal(name, Rows.Sent(FirstName, name));

    [Fact]
    public void A_cell_of_a_million_characters_is_refused_and_not_shown() =>
        Assert.Equal("FirstName 'a***' is too long: it has 1048576 characters, and at most 255 are allowed", Rows.Refusal(FirstName, new string('a', 1024 * 1024)));

    [Fact]
    public void A_cell_may_have_at_most_255_characters()
    {
        Assert.Equal(new string('b', 255), Rows.Sent(RelatedTo, new string('b', 255)));
        Assert.Equal($"RelatedTo '{new string('b', 40)}…' is too long: it has 256 characters, and at most 255 are allowed", Rows.Refusal(RelatedTo, new string('b', 256)));
    }

    [Theory]
    [InlineData("IRMÃ\u00A0SILVA", "IRMÃ SILVA")]
    [InlineData("exam\u00ADple", "example")]
    public void A_space_that_does_not_break_and_a_soft_hyphen_are_no_sign_of_a_wrong_encoding(string name, string sent) => Assert.Equal(sent, Rows.Sent(FirstName, name));

    [Fact]
    public void White_space_around_a_value_is_removed() => Assert.Equal("Ana", Rows.Sent(FirstName, " \t Ana\u00A0\r\n"));
}
