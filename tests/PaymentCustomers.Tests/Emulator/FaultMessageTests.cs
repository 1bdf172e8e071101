using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Errors whose message is the fault.</summary>
public sealed class FaultMessageTests : EmulatorTest
{
    [Fact]
    public async Task A_message_can_have_eight_megabytes()
    {
        Say(FaultMessage.Huge, 422);

        Assert.Equal(8 * 1024 * 1024, (await CreateOnePayAsync())["message"]!.Length);
        Assert.Equal(8 * 1024 * 1024, (await CreateDotsAsync())["message"]!.Length);
    }

    [Fact]
    public async Task A_message_can_repeat_the_personal_data_that_was_sent()
    {
        Say(FaultMessage.Personal, 409);

        var onePay = await CreateOnePayAsync();
        var dots = await CreateDotsAsync("""{"first_name":"A","last_name":"B","email":"a@example.com","country_code":"57","phone_number":"3001234567"}""");

        Assert.Equal((409, "El correo jose@example.com del documento 1060500333 ya existe"), (onePay.Status, onePay["message"]));
        Assert.Equal((409, "A payment customer with email a@example.com and phone number 3001234567 already exists"), (dots.Status, dots["message"]));
    }

    [Fact]
    public async Task A_message_repeats_nothing_of_a_body_that_cannot_be_read()
    {
        Say(FaultMessage.Personal, 400);

        Assert.Equal("El correo  del documento  ya existe", (await CreateOnePayAsync("no json"))["message"]);
    }

    [Theory]
    [InlineData(DotsErrorForm.SuccessMessage)]
    [InlineData(DotsErrorForm.PlainText)]
    public async Task A_message_can_contain_control_characters(DotsErrorForm form)
    {
        Emulator.Configure(options => options with { DotsErrorForm = form });
        Say(FaultMessage.Control, 400);

        var dots = await CreateDotsAsync();

        var message = form == DotsErrorForm.PlainText ? dots.Text : dots["message"]!;
        foreach (var character in "\u001b\u0007\u0000\r\n\u009b\u202e\u2066\u200b")
            Assert.Contains(character.ToString(), message, StringComparison.Ordinal);
        Assert.Contains("\u001b]52;c;ZXZpbA==\u0007", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_has_the_error_form_of_the_provider()
    {
        Emulator.Configure(options => options with { OnePayErrorCode = OnePayErrorCode.Number });
        Say(FaultMessage.Control, 422);

        var answer = await CreateOnePayAsync();

        Assert.Equal(("validation_error", 10422), (answer["code_name"], (int)answer.Json["code"]!));
        Assert.IsType<JsonArray>(answer.Json["erros"]);
    }

    private void Say(FaultMessage message, int code) => Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = code, Message = message });
}
