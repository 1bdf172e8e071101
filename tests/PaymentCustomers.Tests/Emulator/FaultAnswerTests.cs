using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Answers with a success status and wrong content.</summary>
public sealed class FaultAnswerTests : EmulatorTest
{
    private const string Contact =
        """{"first_name":"José","last_name":"Muñoz","email":"jose@example.com","country_code":"57","phone_number":"3001234567"}""";

    [Theory]
    [InlineData("sameId", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("emptyId", "\"\"")]
    [InlineData("blankId", "\"   \"")]
    [InlineData("numberId", "17")]
    [InlineData("nullId", "null")]
    [InlineData("objectId", """{"value":"1"}""")]
    [InlineData("pathId", "\"../../customers?limit=1\"")]
    [InlineData("controlId", "\"cus\\u001B[31m\\u001B]52;c;ZQ==\\u0007\\u009B2J\\u202E\\r\\n1\"")]
    public async Task The_id_of_an_answer_can_be_invalid(string change, string json)
    {
        Emulator.SetFaults(Altered(change));

        var onePay = await CreateOnePayAsync();
        var dots = await CreateDotsAsync(Contact);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), onePay.Json["id"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), dots.Json["id"]));
        Assert.Equal((201, 200, "jose@example.com", "jose@example.com"), (onePay.Status, dots.Status, onePay["email"], dots["email"]));
        Assert.Equal((1, 1), (Emulator.Store.OnePayCount, Emulator.Store.DotsCount));
    }

    [Fact]
    public async Task The_id_of_an_answer_can_have_100_kB()
    {
        Emulator.SetFaults(Altered("hugeId"));

        Assert.Equal(100 * 1024, (await CreateOnePayAsync()).Id.Length);
    }

    [Theory]
    [InlineData("noId", "first_name,last_name,email,phone,document_type,document_number,nationality,birthdate,created_at")]
    [InlineData("onlyId", "id")]
    [InlineData("emptyObject", "")]
    [InlineData("wrapped", "data")]
    [InlineData("successFalse", "success,message")]
    [InlineData("noCreatedAt", "id,first_name,last_name,email,phone,document_type,document_number,nationality,birthdate")]
    public async Task Members_of_an_answer_can_be_missing_or_in_another_place(string change, string members)
    {
        Emulator.SetFaults(Altered(change));

        var answer = await CreateOnePayAsync();

        Assert.Equal(201, answer.Status);
        Assert.Equal(members, string.Join(',', answer.Json.AsObject().Select(member => member.Key)));
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData("otherEmail", "email", "somebody.else@example.com")]
    [InlineData("otherPhone", "phone", "+573009999999")]
    [InlineData("otherName", "last_name", "Else")]
    [InlineData("otherDocument", "document_number", "9999999999")]
    [InlineData("otherDocumentType", "document_type", "PASSPORT")]
    [InlineData("oldCreatedAt", "created_at", "2020-01-31T12:00:00.000000Z")]
    public async Task OnePay_can_return_the_values_of_another_person(string change, string member, string value)
    {
        Emulator.SetFaults(Altered(change));

        var answer = await CreateOnePayAsync();

        Assert.Equal(value, answer[member]);
        Assert.Equal((201, Emulator.Store.OnePayCustomers[0].Id), (answer.Status, answer.Id));
    }

    [Theory]
    [InlineData("otherEmail", "email", "somebody.else@example.com")]
    [InlineData("otherPhone", "phone_number", "2015550199")]
    public async Task Dots_can_return_the_values_of_another_person(string change, string member, string value)
    {
        Emulator.SetFaults(Altered(change));

        var answer = await CreateDotsAsync(Contact);

        Assert.Equal(value, answer[member]);
        Assert.Equal(Emulator.Store.DotsCustomers[0].Id, answer.Id);
    }

    [Fact]
    public async Task Dots_can_return_another_persons_name_in_answers_with_names()
    {
        var id = (await CreateDotsAsync(Contact)).Id;
        Emulator.SetFaults(Altered("otherName") with { Operation = null });

        Assert.Equal("Else", (await DotsAsync(HttpMethod.Get, "/" + id))["last_name"]);
        Assert.Null((await CreateDotsAsync(Contact))["last_name"]);
        Assert.Equal((1L, 1L), (Emulator.Faults[0].Matched, Emulator.Faults[0].Applied));
    }

    [Theory]
    [InlineData("anotherId", "second@example.com")]
    [InlineData("anotherCustomer", "first@example.com")]
    public async Task The_answer_can_show_an_existing_customer(string change, string email)
    {
        var first = await CreateOnePayAsync(With(Natural, "email", "\"first@example.com\""));
        Emulator.SetFaults(Altered(change));

        var second = await CreateOnePayAsync(With(Natural, "email", "\"second@example.com\""));

        Assert.Equal((first.Id, email), (second.Id, second["email"]));
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task An_invented_customer_is_returned_if_there_is_no_other()
    {
        Emulator.SetFaults(Altered("anotherCustomer"));

        var onePay = await CreateOnePayAsync();
        var dots = await CreateDotsAsync(Contact);

        Assert.NotEqual(Emulator.Store.OnePayCustomers[0].Id, onePay.Id);
        Assert.NotEqual(Emulator.Store.DotsCustomers[0].Id, dots.Id);
        Assert.NotEqual("jose@example.com", onePay["email"]);
        Assert.NotEqual("jose@example.com", dots["email"]);
    }

    [Fact]
    public async Task A_success_answer_with_the_moment_before_stores_nothing()
    {
        Emulator.SetFaults(Altered("oldCreatedAt") with { Moment = FaultMoment.Before });
        var onePay = await CreateOnePayAsync(key: "k");
        Emulator.SetFaults(Altered("wrapped") with { Moment = FaultMoment.Before });
        var dots = await CreateDotsAsync(Contact);
        Emulator.SetFaults();

        Assert.Equal((201, "jose@example.com"), (onePay.Status, onePay["email"]));
        Assert.Equal((200, "jose@example.com"), (dots.Status, (string?)dots.Json["data"]!["email"]));
        Assert.Equal((0, 0), (Emulator.Store.OnePayCount, Emulator.Store.DotsCount));
        Assert.Equal(404, (await OnePayAsync(HttpMethod.Get, "/" + onePay.Id)).Status);
        Assert.NotEqual(onePay.Id, (await CreateOnePayAsync(key: "k")).Id);
    }

    [Fact]
    public async Task A_refusal_is_not_altered()
    {
        Emulator.SetFaults(Altered("sameId"));

        var answer = await CreateOnePayAsync("{}");

        Assert.Equal((422, "validation_error"), (answer.Status, answer["code_name"]));
    }

    // This is not a fault of the emulator. The providers behave in the same way.
    [Fact]
    public async Task A_key_still_returns_the_id_of_a_customer_that_was_deleted()
    {
        var first = await CreateOnePayAsync(key: "k");
        await OnePayAsync(HttpMethod.Delete, "/" + first.Id);

        var again = await CreateOnePayAsync(key: "k");

        Assert.Equal((201, first.Text), (again.Status, again.Text));
        Assert.Equal(404, (await OnePayAsync(HttpMethod.Get, "/" + again.Id)).Status);
    }

    [Fact]
    public async Task Emails_can_be_stored_and_answered_in_lower_case()
    {
        Emulator.Configure(options => options with { LowerCaseEmail = true });

        var onePay = await CreateOnePayAsync(With(Natural, "email", "\"José@Example.COM\""));
        var dots = await CreateDotsAsync(With(Contact, "email", "\"Ana@Example.COM\""));

        Assert.Equal(("josé@example.com", "ana@example.com"), (onePay["email"], dots["email"]));
        Assert.Equal("josé@example.com", Emulator.Store.OnePayCustomers[0].Fields.Email);
        Assert.Equal("ana@example.com", Emulator.Store.DotsCustomers[0].Fields.Email);
    }

    private static FaultRule Altered(string change) =>
        new() { Operation = EmulatedOperation.Create, Kind = FaultKind.Altered, Moment = FaultMoment.After, Change = change };
}
