using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.Tests.Engine.Emulation;

public sealed class EmulatorProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_emulator_answers_from_its_start_to_its_end()
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
    public async Task The_error_contains_the_emulators_own_message()
    {
        var arguments = new EmulatorArguments { Options = """{"nope":1}""" }.ToArguments();

        var refused = await Assert.ThrowsAsync<PaymentException>(() => EmulatorProcess.StartAsync(arguments, null, Cancelled));

        Assert.Equal(PaymentErrorId.EmulatorUnavailable, refused.Error.Id);
        Assert.StartsWith("The emulator did not start: Error: Unknown option: nope.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_option_is_passed_as_an_argument_of_the_program() => Assert.Equal(
        ["--port=8642", "--latency-ms=5", """--options={"listCap":3}""", "--fault=reset", "--fault=wrapped", "--faults=[]"],
        new EmulatorArguments { Port = 8642, LatencyMs = 5, Options = """{"listCap":3}""", Faults = ["reset", "wrapped"], Rules = "[]" }.ToArguments());

    [Fact]
    public void An_installed_global_tool_is_found_even_if_it_is_not_on_the_path()
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
