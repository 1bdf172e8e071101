using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class FilterTests
{
    // These servers ignore every filter.
    private const string OnePayPage =
        """{"data":[{"id":"a","email":"Ana@Example.co","phone":"+573001234567","document_number":"1060500333"},{"id":"b","email":"ana@example.com","phone":"+573001234568","document_number":"10605003334"},{"id":"n","document_number":"900.123.456-8"},{"id":"p","document_number":"AB-12 34"},{"id":"c","email":"","phone":null,"document_number":1060500333},{"id":"d"}],"current_page":1,"last_page":1}""";

    private const string DotsPage =
        """{"data":[{"id":"a","email":"ana@example.co","country_code":"1","phone_number":"3105551234","user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a"},{"id":"b","phone_number":"3105551234"},{"id":"c"}],"has_more":false}""";

    [Theory]
    [InlineData(null, null, null, "abnpcd")]
    [InlineData("ANA@example.CO", null, null, "a")]
    [InlineData("ana@example", null, null, "")]
    [InlineData(null, "+573001234567", null, "a")]
    [InlineData(null, "0057 (300) 123-4567", null, "a")]
    [InlineData(null, "+57 300 123 456", null, "")]
    [InlineData(null, null, "1060500333", "ac")]
    [InlineData(null, null, "1.060.500.333", "ac")]
    [InlineData(null, null, "1 060 500 333", "ac")]
    [InlineData(null, null, "106050033", "")]
    [InlineData(null, null, "900123456-8", "n")]
    [InlineData(null, null, "900.123.456", "n")]
    [InlineData(null, null, "900123456-7", "")]
    [InlineData(null, null, "AB-1234", "p")]
    [InlineData(null, null, "AB1234", "")]
    [InlineData(null, "300 123 4567", null, "a")]
    [InlineData(null, "(300) 123.4567", null, "a")]
    [InlineData(null, "573001234567", null, "a")]
    [InlineData(null, "123 4567", null, "")]
    [InlineData(null, "+1 300 123 4567", null, "")]
    [InlineData(null, "no number", null, "")]
    [InlineData("ana@example.co", "+573001234567", "1060500333", "a")]
    [InlineData("ana@example.co", "+573001234568", "1060500333", "")]
    public async Task Customers_of_OnePay_are_filtered_by_the_client_if_the_server_does_not(string? email, string? phone, string? document, string ids)
    {
        await using var server = new ScriptedServer(Answer.Json(OnePayPage));

        var pages = await Listing.PagesAsync("OnePay", server, new CustomerFilter { Email = email, Phone = phone, DocumentNumber = document });

        Assert.Equal(ids, string.Concat(pages.Single()));
    }

    [Theory]
    [InlineData("+1 (310) 555-1234", null, "a")]
    [InlineData("3105551234", null, "ab")]
    [InlineData("(310) 555.1234", null, "ab")]
    [InlineData(null, "3C90C3CC-0D44-4B50-8888-8DD25736052A", "a")]
    [InlineData(null, "3c90c3cc-0d44-4b50-8888-8dd25736052b", "")]
    public async Task Customers_of_Dots_are_filtered_by_the_client(string? phone, string? userId, string ids)
    {
        await using var server = new ScriptedServer(Answer.Json(DotsPage));

        var pages = await Listing.PagesAsync("Dots", server, new CustomerFilter { Phone = phone, UserId = userId });

        Assert.Equal(ids, string.Concat(pages.Single()));
        Assert.Equal(["limit=100"], Listing.Queries(server));
    }

    [Fact]
    public async Task A_page_without_a_match_does_not_end_the_list()
    {
        await using var server = new ScriptedServer(
            Answer.Json("""{"data":[{"id":"a","email":"x@example.co"}],"has_more":true}"""),
            Answer.Json("""{"data":[{"id":"b","email":"ana@example.co"}],"has_more":false}"""));

        Assert.Equal([[], ["b"]], await Listing.PagesAsync("Dots", server, new CustomerFilter { Email = "ana@example.co" }));
        Assert.Equal(["limit=100", "limit=100&starting_after=a"], Listing.Queries(server));
    }
}
