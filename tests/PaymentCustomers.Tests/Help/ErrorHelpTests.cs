using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Tests.Help;

public sealed class ErrorHelpTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("es")]
    public void Every_error_id_is_explained_once_and_no_other_id_is(string language)
    {
        var page = (language == "es" ? HelpPages.Spanish : HelpPages.English).Single(page => page.Name == "about_PaymentCustomers");
        var explained = page.Section("ERRORS").Blocks.OfType<ListBlock>().SelectMany(list => list.Entries).Select(entry => entry.Text.Split(':', 2)).ToList();

        Assert.Equal(
            Enum.GetNames<PaymentErrorId>().Order(StringComparer.Ordinal),
            explained.Select(entry => entry[0]).Order(StringComparer.Ordinal));
        Assert.All(explained, entry => Assert.True(entry is [_, { Length: > 10 }], entry[0]));
    }
}
