using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class OnePayBodyTests
{
    [Fact]
    public void A_person_is_written_in_the_form_of_OnePay() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Ruiz","email":"ana@example.co","phone":"+573001234567","user_type":"natural","document_type":"CC","document_number":"1060500333","enable_notifications":true}""",
        Rows.Body(Rows.PrepareLeast("OnePay")));

    [Fact]
    public void All_fields_of_OnePay_are_written() => Assert.Equal(
        """{"first_name":"José","last_name":"Ñuñez","email":"jose@example.co","phone":"+573001234567","user_type":"natural","document_type":"PASSPORT","document_number":"AT123456","enable_notifications":false,"nationality":"VE","birthdate":"1990-01-31","related_to":"grupo-1"}""",
        Rows.Body(Rows.Prepare(
            "OnePay", ("related_to", "grupo-1"), ("date_of_birth", "1990/01/31"), ("nationality", "ven"), ("enable_notifications", "No"),
            ("document_number", "AT123456"), ("document_type", "passport"), ("user_type", "NATURAL"), ("phone", "300 123 4567"),
            ("country_code", "57"), ("email", "jose@example.co"), ("last_name", "Ñuñez"), ("first_name", "José"), ("x-idempotency", "k1"))));

    [Fact]
    public void A_company_is_written_in_the_form_of_OnePay() => Assert.Equal(
        """{"first_name":"Almacenes","last_name":"Éxito S.A.","email":"pagos@exito.com","phone":"+576013394000","user_type":"company","document_type":"NIT","document_number":"890900608-9","enable_notifications":true}""",
        Rows.Body(Rows.Prepare(
            "OnePay", ("FirstName", "Almacenes"), ("LastName", "Éxito S.A."), ("Email", "pagos@exito.com"), ("Phone", "(601) 339-4000"), ("CountryCode", "CO"),
            ("CustomerType", "company"), ("DocumentType", "NIT"), ("DocumentNumber", "890.900.608-9"))));

    [Theory]
    [InlineData(null, "CC", "natural", "CC")]
    [InlineData(null, "CE", "natural", "CE")]
    [InlineData(null, "PASSPORT", "natural", "PASSPORT")]
    [InlineData(null, "NIT", "company", "NIT")]
    [InlineData("company", null, "company", "NIT")]
    public void Customer_type_and_document_type_are_derived_from_each_other_if_possible(string? type, string? document, string sentType, string sentDocument) =>
        Assert.Contains(
            $"\"user_type\":\"{sentType}\",\"document_type\":\"{sentDocument}\"",
            Rows.Body(Rows.PrepareLeast("OnePay", ("CustomerType", type), ("DocumentType", document))),
            StringComparison.Ordinal);

    [Fact]
    public void A_natural_person_needs_a_document_type() =>
        Assert.Equal(
            ["DocumentType is missing: OnePay requires it"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("CustomerType", "natural"), ("DocumentType", null))));

    [Theory]
    [InlineData("natural", "NIT")]
    [InlineData("company", "CC")]
    [InlineData("company", "CE")]
    [InlineData("company", "PASSPORT")]
    public void A_document_type_that_does_not_match_the_customer_type_is_refused(string type, string document) =>
        Assert.Equal(
            [$"DocumentType '{document}' does not match CustomerType '{type}'. Use CC, CE or PASSPORT for natural, and NIT for company"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("CustomerType", type), ("DocumentType", document))));

    [Theory]
    [InlineData(null, "true")]
    [InlineData("", "true")]
    [InlineData("true", "true")]
    [InlineData("sí", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("0", "false")]
    public void Enable_notifications_is_always_sent_as_a_boolean(string? given, string sent) =>
        Assert.EndsWith($"\"enable_notifications\":{sent}}}", Rows.Body(Rows.PrepareLeast("OnePay", ("EnableNotifications", given))), StringComparison.Ordinal);

    [Fact]
    public void Neither_the_key_nor_fields_that_the_server_assigns_are_in_the_body() => Assert.Equal(
        Rows.Body(Rows.PrepareLeast("OnePay")),
        Rows.Body(Rows.PrepareLeast("OnePay", ("IdempotencyKey", "k1"), ("Id", "9da58912"), ("created_at", "2024-12-04"), ("Updated", "2024-12-04"))));

    [Fact]
    public void A_blank_row_is_refused_with_every_required_field() => Assert.Equal(
        [
            "FirstName is missing: OnePay requires it", "LastName is missing: OnePay requires it", "Email is missing: OnePay requires it",
            "Phone is missing: OnePay requires it", "CustomerType is missing: OnePay requires it", "DocumentType is missing: OnePay requires it",
            "DocumentNumber is missing: OnePay requires it",
        ],
        Rows.Problems(Rows.Prepare("OnePay", ("EnableNotifications", "no"))));
}
