using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class DotsBodyTests
{
    [Fact]
    public void A_person_is_written_in_the_form_of_Dots() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Ruiz","metadata":{"payment_customers_key":"k1"}}""",
        Body(("FirstName", "Ana"), ("LastName", "Ruiz")));

    [Fact]
    public void A_company_is_written_in_the_form_of_Dots() => Assert.Equal(
        """{"business_name":"Almacenes Éxito S.A.","email":"pagos@exito.com","metadata":{"payment_customers_key":"k1"}}""",
        Body(("Company", "Almacenes Éxito S.A."), ("Mail", "pagos@exito.com")));

    [Fact]
    public void All_fields_of_Dots_are_written() => Assert.Equal(
        """{"first_name":"José","middle_name":"María","last_name":"Ñuñez","email":"jose@example.co","phone_number":"3105551234","country_code":"1","user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","address":{"country":"CO","city":"Bogotá","state":"Cundinamarca","postcode":"110111","line_1":"Calle 1 # 2-3","line_2":"Apto. 4"},"metadata":{"payment_customers_key":"k1","order":4711,"vip":true}}""",
        Body(
            ("metadata", """{ "vip": true, "order": 4711 }"""), ("line_2", "Apto. 4"), ("line_1", "Calle 1 # 2-3"), ("zip", "110111"),
            ("state", "Cundinamarca"), ("city", "Bogotá"), ("country", "col"), ("user_id", "3C90C3CC-0D44-4B50-8888-8DD25736052A"),
            ("country_code", "+1"), ("phone_number", "(310) 555-1234"), ("email_address", "jose@example.co"), ("last_name", "Ñuñez"),
            ("middle_name", "María"), ("first_name", "José")));

    [Fact]
    public void The_second_address_line_may_be_missing() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Ruiz","address":{"country":"US","city":"Miami","state":"FL","postcode":"33101","line_1":"1 Main St"},"metadata":{"payment_customers_key":"k1"}}""",
        Body(("FirstName", "Ana"), ("LastName", "Ruiz"), ("Country", "US"), ("City", "Miami"), ("State", "FL"), ("Postcode", "33101"), ("AddressLine1", "1 Main St")));

    [Fact]
    public void Only_quotes_backslashes_and_emoji_are_escaped() => Assert.Equal(
        """{"business_name":"\"El Ñandú\" & <Hijos>\\ \uD83D\uDE00+'","metadata":{"payment_customers_key":"k1"}}""",
        Body(("BusinessName", "\"El Ñandú\" & <Hijos>\\ 😀+'")));

    [Fact]
    public void Accents_are_sent_as_utf_8()
    {
        var draft = Rows.PrepareLeast("Dots", ("LastName", "Ñú"), ("IdempotencyKey", "k1"));

        var expected = (byte[])[.. "{\"first_name\":\"Ana\",\"last_name\":\""u8, 0xC3, 0x91, 0xC3, 0xBA, .. "\",\"metadata\":{\"payment_customers_key\":\"k1\"}}"u8];
        Assert.Equal(expected, draft.Body.ToArray());
    }

    [Fact]
    public void Fields_that_the_server_assigns_are_never_sent() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Ruiz","metadata":{"payment_customers_key":"k1"}}""",
        Body(
            ("FirstName", "Ana"), ("LastName", "Ruiz"), ("Id", "3c90c3cc-0d44-4b50-8888-8dd25736052a"), ("Created", "2023-11-07T05:31:56Z"),
            ("Updated", "2023-11-07T05:31:56Z"), ("created_at", "2023"), ("updated_at", "2023"), ("Row", "1"), ("Outcome", "Created")));

    [Fact]
    public void The_idempotency_key_in_the_metadata_of_an_earlier_customer_is_not_sent_again() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Ruiz","metadata":{"payment_customers_key":"k1","a":"ñ"}}""",
        Body(("FirstName", "Ana"), ("LastName", "Ruiz"), ("Metadata", """{"a":"ñ","payment_customers_key":"pc1-old"}""")));

    [Fact]
    public void A_key_with_special_characters_is_escaped_in_json()
    {
        var body = Rows.Body(Rows.PrepareLeast("Dots", ("IdempotencyKey", "a\"b\\c")));

        using var document = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal("a\"b\\c", document.RootElement.GetProperty("metadata").GetProperty("payment_customers_key").GetString());
    }

    [Fact]
    public void An_incomplete_address_is_refused_with_every_missing_field() => Assert.Equal(
        [
            "Country is missing: an address needs Country, City, State, Postcode and AddressLine1. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)",
            "State is missing: an address needs Country, City, State, Postcode and AddressLine1. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)",
            "Postcode is missing: an address needs Country, City, State, Postcode and AddressLine1. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)",
            "AddressLine1 is missing: an address needs Country, City, State, Postcode and AddressLine1. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)",
        ],
        Rows.Problems(Rows.PrepareLeast("Dots", ("City", "Bogotá"), ("AddressLine2", "Apto. 4"))));

    [Theory]
    [InlineData("FirstName", "LastName")]
    [InlineData("LastName", "FirstName")]
    [InlineData("MiddleName", "FirstName,LastName")]
    public void A_person_without_a_first_or_last_name_is_refused(string given, string missing) =>
        Assert.Equal(
            missing.Split(',').Select(name => $"{name} is missing: a person needs FirstName and LastName"),
            Rows.Problems(Rows.Prepare("Dots", (given, "Ana"))));

    [Fact]
    public void A_row_without_any_name_is_refused() =>
        Assert.Equal(
            ["The row has neither a person (FirstName and LastName) nor a company (BusinessName). Dots requires one of them"],
            Rows.Problems(Rows.Prepare("Dots", ("Email", "ana@example.co"))));

    [Theory]
    [InlineData("FirstName")]
    [InlineData("MiddleName")]
    [InlineData("LastName")]
    public void A_row_with_a_person_and_a_company_is_refused(string name) =>
        Assert.Equal(
            ["The row has both a person (FirstName, LastName) and a company (BusinessName). Dots accepts only one of them"],
            Rows.Problems(Rows.Prepare("Dots", ("BusinessName", "Éxito"), (name, "Ana"))));

    [Theory]
    [InlineData("FirstName")]
    [InlineData("MiddleName")]
    [InlineData("LastName")]
    public void A_name_has_at_most_50_characters(string field)
    {
        Assert.True(Rows.PrepareLeast("Dots", (field, new string('ñ', 50))).IsValid);
        Assert.Equal(
            [$"{field} 'ñ***' is too long: it has 51 characters, and at most 50 are allowed"],
            Rows.Problems(Rows.PrepareLeast("Dots", (field, new string('ñ', 51)))));
    }

    private static string Body(params (string Column, string? Value)[] cells) => Rows.Body(Rows.Prepare("Dots", [.. cells, ("IdempotencyKey", "k1")]));
}
