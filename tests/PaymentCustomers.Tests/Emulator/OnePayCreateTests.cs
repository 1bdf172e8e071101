using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayCreateTests : EmulatorTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 12, 4, 20, 9, 8, TimeSpan.Zero));

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Fact]
    public async Task A_create_returns_the_documented_object_with_unescaped_accents()
    {
        var body = With(With(With(Natural, "nationality", "\"CO\""), "birthdate", "\"1990-01-01\""), "related_to", "\"r-1\"");

        var answer = await CreateOnePayAsync(body);

        Assert.Equal(201, answer.Status);
        Assert.Equal(
            $$"""{"id":"{{answer.Id}}","first_name":"José","last_name":"Muñoz","email":"jose@example.com","phone":"+573001234567","document_type":"CC","document_number":"1060500333","nationality":"CO","birthdate":"1990-01-01","created_at":"2024-12-04T20:09:08.000000Z"}""",
            answer.Text);
        Assert.Equal(answer.Text, (await OnePayAsync(HttpMethod.Get, "/" + answer.Id)).Text);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task The_status_of_a_create_can_be_configured(int status)
    {
        Emulator.Configure(options => options with { OnePayCreateStatus = status });

        Assert.Equal(status, (await CreateOnePayAsync()).Status);
    }

    [Theory]
    [InlineData(OnePayTimestamps.Microseconds, "2024-12-04T20:09:08.000000Z")]
    [InlineData(OnePayTimestamps.NoFraction, "2024-12-04T20:09:08Z")]
    [InlineData(OnePayTimestamps.Offset, "2024-12-04T20:09:08+00:00")]
    public async Task Timestamps_have_the_configured_form(OnePayTimestamps form, string expected)
    {
        Emulator.Configure(options => options with { OnePayTimestamps = form });

        Assert.Equal(expected, (await CreateOnePayAsync())["created_at"]);
    }

    [Theory]
    [InlineData(AbsentFields.Nulls, "\"nationality\":null,\"birthdate\":null,")]
    [InlineData(AbsentFields.EmptyStrings, "\"nationality\":\"\",\"birthdate\":\"\",")]
    [InlineData(AbsentFields.Omitted, "\"1060500333\",\"created_at\"")]
    public async Task Missing_fields_are_returned_in_the_configured_form(AbsentFields absent, string fragment)
    {
        Emulator.Configure(options => options with { OnePayAbsentFields = absent });

        Assert.Contains(fragment, (await CreateOnePayAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user_type", null, "El campo user_type, es un campo requerido")]
    [InlineData("first_name", null, "El campo first_name, es un campo requerido")]
    [InlineData("last_name", null, "El campo last_name, es un campo requerido")]
    [InlineData("email", null, "El campo email, es un campo requerido")]
    [InlineData("phone", null, "El campo phone, es un campo requerido")]
    [InlineData("document_type", null, "El campo document_type, es un campo requerido")]
    [InlineData("document_number", null, "El campo document_number, es un campo requerido")]
    [InlineData("enable_notifications", null, "El campo enable_notifications, es un campo requerido")]
    [InlineData("enable_notifications", "\"true\"", "El campo enable_notifications, debe ser verdadero o falso")]
    [InlineData("enable_notifications", "1", "El campo enable_notifications, debe ser verdadero o falso")]
    [InlineData("enable_notifications", "null", "El campo enable_notifications, debe ser verdadero o falso")]
    [InlineData("middle_name", "\"Q\"", "El campo middle_name, no está permitido")]
    [InlineData("address", "{}", "El campo address, no está permitido")]
    [InlineData("nationality", "null", "El campo nationality, no puede estar vacío")]
    [InlineData("nationality", "\"\"", "El campo nationality, no puede estar vacío")]
    [InlineData("first_name", "\"  \"", "El campo first_name, no puede estar vacío")]
    [InlineData("nationality", "\"co\"", "El campo nationality, debe ser un código de país ISO 3166-1 de dos letras")]
    [InlineData("nationality", "\"COL\"", "El campo nationality, debe ser un código de país ISO 3166-1 de dos letras")]
    [InlineData("birthdate", "\"1990-02-30\"", "El campo birthdate, debe ser una fecha con el formato AAAA-MM-DD")]
    [InlineData("birthdate", "\"01/02/1990\"", "El campo birthdate, debe ser una fecha con el formato AAAA-MM-DD")]
    [InlineData("birthdate", "\"1990-1-1\"", "El campo birthdate, debe ser una fecha con el formato AAAA-MM-DD")]
    [InlineData("related_to", "7", "El campo related_to, debe ser una cadena de texto")]
    [InlineData("document_number", "1060500333", "El campo document_number, debe ser una cadena de texto")]
    [InlineData("user_type", "\"person\"", "El campo user_type, debe ser natural o company")]
    [InlineData("document_type", "\"RUT\"", "El campo document_type, debe ser CC, CE, NIT o PASSPORT")]
    [InlineData("document_type", "\"NIT\"", "El campo document_type, no corresponde a un cliente de tipo natural")]
    [InlineData("phone", "\"3001234567\"", "El campo phone, debe incluir el prefijo de la región, como +573001234567")]
    [InlineData("phone", "\"+0573001234\"", "El campo phone, debe incluir el prefijo de la región, como +573001234567")]
    [InlineData("phone", "\"+57 300 1234567\"", "El campo phone, debe incluir el prefijo de la región, como +573001234567")]
    [InlineData("phone", "\"+5730012345678901\"", "El campo phone, debe incluir el prefijo de la región, como +573001234567")]
    public async Task A_field_that_breaks_a_rule_is_422_and_nothing_is_stored(string field, string? json, string description)
    {
        var answer = await CreateOnePayAsync(With(Natural, field, json));

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            $$"""{"message":"Los datos enviados no son válidos","code":"10422","code_name":"validation_error","erros":[{"key":"{{field}}","description":"{{description}}"}]}""",
            answer.Text);
        Assert.Equal(0, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Every_invalid_field_is_named()
    {
        var answer = await CreateOnePayAsync("""{"user_type":"company","document_type":"CC","enable_notifications":true,"x":1}""");

        Assert.Equal(
            ["x", "first_name", "last_name", "email", "phone", "document_number", "document_type"],
            answer.Json["erros"]!.AsArray().Select(error => (string)error!["key"]!));
    }

    [Theory]
    [InlineData("natural", "CC", 201)]
    [InlineData("natural", "CE", 201)]
    [InlineData("natural", "PASSPORT", 201)]
    [InlineData("natural", "NIT", 422)]
    [InlineData("company", "NIT", 201)]
    [InlineData("company", "CC", 422)]
    public async Task Document_types_must_match_the_kind_of_customer(string user, string document, int status)
    {
        var body = With(With(Natural, "user_type", $"\"{user}\""), "document_type", $"\"{document}\"");

        Assert.Equal(status, (await CreateOnePayAsync(body)).Status);
    }

    [Theory]
    [InlineData("", 400, "invalid_json")]
    [InlineData("{\"user_type\":", 400, "invalid_json")]
    [InlineData("[]", 422, "validation_error")]
    public async Task A_body_that_is_not_a_json_object_is_refused(string body, int status, string codeName)
    {
        var answer = await CreateOnePayAsync(body);

        Assert.Equal((status, codeName), (answer.Status, answer["code_name"]));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_content_type_other_than_json_is_415(string? contentType)
    {
        var answer = await OnePayAsync(HttpMethod.Post, body: Natural, contentType: contentType);

        Assert.Equal((415, "unsupported_media_type"), (answer.Status, answer["code_name"]));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_400()
    {
        using var request = OnePayRequest(HttpMethod.Post, body: Natural);
        request.Content = new ByteArrayContent([(byte)'"', 0xE9, (byte)'"']);
        request.Content.Headers.Add("Content-Type", "application/json");

        Assert.Equal(400, (await SendAsync(request)).Status);
    }
}
