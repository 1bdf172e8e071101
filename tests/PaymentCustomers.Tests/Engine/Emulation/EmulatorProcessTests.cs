using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.Tests.Engine.Emulation;

public sealed class EmulatorProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_as_soon_as_it_is_started_and_no_more_when_it_is_ended()
    {
        var emulator = await EmulatorProcess.StartAsync(new EmulatorArguments().ToArguments(), null, Cancelled);
        using var http = new HttpClient();
        var onePay = emulator.BaseUriOf(PaymentProviders.Get("OnePay"));

        using (var answer = await http.GetAsync(onePay, Cancelled))
            Assert.Equal(404, (int)answer.StatusCode);
        await emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(onePay, Cancelled));
    }

    [Fact]
    public async Task What_it_refuses_is_said_in_its_own_words()
    {
        var arguments = new EmulatorArguments { Options = """{"nope":1}""" }.ToArguments();

        var refused = await Assert.ThrowsAsync<PaymentException>(() => EmulatorProcess.StartAsync(arguments, null, Cancelled));

        Assert.Equal(PaymentErrorId.EmulatorUnavailable, refused.Error.Id);
        Assert.StartsWith("The emulator did not start: Error: Unknown option: nope.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_what_the_program_takes() => Assert.Equal(
        ["--port=8642", "--latency-ms=5", """--options={"listCap":3}""", "--fault=reset", "--fault=wrapped", "--faults=[]"],
        new EmulatorArguments { Port = 8642, LatencyMs = 5, Options = """{"listCap":3}""", Faults = ["reset", "wrapped"], Rules = "[]" }.ToArguments());

    [Fact]
    public void A_global_tool_is_found_without_being_on_the_path()
    {
        var home = Directory.CreateTempSubdirectory("payment-customers-").FullName;
        var tools = Directory.CreateDirectory(Path.Combine(home, ".dotnet", "tools")).FullName;
        var file = Path.Combine(tools, OperatingSystem.IsWindows() ? "payment-customers-emulator.exe" : "payment-customers-emulator");
        File.WriteAllText(file, "");

        Assert.Equal([file], EmulatorProgram.FindInstalled(_ => null, home)!);
        Assert.Equal([file], EmulatorProgram.FindInstalled(name => name == "PATH" ? tools : null, "nowhere")!);
        Assert.Null(EmulatorProgram.FindInstalled(_ => null, "nowhere"));
        Directory.Delete(home, recursive: true);
    }
}
