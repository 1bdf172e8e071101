using System.Diagnostics;
using System.Globalization;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>
/// The program in a process of its own, with a provider that serves https with HTTP/2. Dots has no idempotency keys: a request that is
/// sent twice is a second customer.
/// </summary>
public sealed class HttpsTests : IAsyncLifetime
{
    private const int Rows = 120;

    private readonly string _folder = Directory.CreateTempSubdirectory("payment-customers-").FullName;
    private ProviderEmulator _emulator = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux, an environment variable can make a program trust a certificate.");
        _emulator = await ProviderEmulator.StartAsync(new EmulatorOptions { CertificatePath = PathOf("emulator.pem"), LatencyMs = 5 }, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task All_requests_share_few_connections_of_HTTP_2()
    {
        var (exitCode, output) = await ImportAsync();

        Assert.Equal((0, Rows), (exitCode, Count(output, "Created")));
        Assert.All(_emulator.Store.Requests, request => Assert.Equal("HTTP/2", request.Protocol));
        Assert.InRange(_emulator.ConnectionCount, 1, 4);
        AssertEachOnce();
    }

    [Fact]
    public async Task A_request_whose_stream_was_refused_is_sent_again_and_is_not_in_doubt()
    {
        _emulator.SetFaults(Of(FaultKind.RefusedStream) with { N = 7 });

        var (exitCode, output) = await ImportAsync();

        Assert.Equal((0, Rows), (exitCode, Count(output, "Created")));
        AssertEachOnce();
    }

    [Fact]
    public async Task A_request_whose_stream_is_always_refused_failed_and_is_not_in_doubt()
    {
        _emulator.SetFaults(Of(FaultKind.RefusedStream) with { Contains = "person7@" });

        var (exitCode, output) = await ImportAsync("--retries", "0");

        Assert.Equal((1, Rows - 1, 1, 0), (exitCode, Count(output, "Created"), Count(output, "Failed"), Count(output, "Unknown")));
        Assert.Contains("ConnectionFailed", output, StringComparison.Ordinal);
        Assert.Equal(Rows - 1, _emulator.Store.DotsCount);
    }

    [Fact]
    public async Task A_connection_that_the_server_ends_loses_and_doubles_no_row()
    {
        _emulator.SetFaults(Of(FaultKind.GoAway) with { N = 10 });

        var (exitCode, output) = await ImportAsync();

        Assert.Equal((0, Rows), (exitCode, Count(output, "Created")));
        Assert.InRange(_emulator.ConnectionCount, 2, Rows);
        AssertEachOnce();
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_stops_the_run_before_anything_is_sent()
    {
        var (exitCode, output) = await ImportTrustingAsync("/dev/null", "--retries", "0");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(0, Count(output, "Created"));
        Assert.Contains("ConnectionFailed", output, StringComparison.Ordinal);
        Assert.Empty(_emulator.Store.Requests);
    }

    private static FaultRule Of(FaultKind kind) => new() { Operation = EmulatedOperation.Create, Kind = kind };

    private static int Count(string output, string name) =>
        int.Parse(output.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiDigit(line[^1]))[name.Length..], CultureInfo.InvariantCulture);

    private void AssertEachOnce()
    {
        var emails = _emulator.Store.DotsCustomers.Select(customer => customer.Fields.Email).ToList();
        Assert.Equal(Rows, emails.Count);
        Assert.Equal(Rows, emails.Distinct().Count());
    }

    private Task<(int ExitCode, string Output)> ImportAsync(params string[] more) => ImportTrustingAsync(PathOf("emulator.pem"), more);

    private async Task<(int ExitCode, string Output)> ImportTrustingAsync(string trusted, params string[] more)
    {
        var path = PathOf("in.csv");
        await File.WriteAllLinesAsync(
            path, ["first_name,last_name,email,phone", .. Enumerable.Range(1, Rows).Select(row => $"Ada,Lovelace {row},person{row}@example.com,+1202555{row:D4}")], Cancelled);
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(Repository.Root, "out", "cli", "payment-customers.dll"),
            "import", path, "--provider", "Dots", "--base-uri", _emulator.BaseUriOf(EmulatedProvider.Dots).AbsoluteUri, "--throttle", "32", .. more,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SSL_CERT_FILE"] = trusted;
        start.Environment["DOTS_CLIENT_ID"] = "client";
        start.Environment["DOTS_API_KEY"] = "dots-key";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancelled);
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, await output + await errors);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
