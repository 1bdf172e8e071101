using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>The emulator in a separate process, in its fast mode.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    public const string Provider = "OnePay";
    public const string ApiKey = "sk_test_bench";

    private readonly Process _process;
    private readonly HttpClient _client;

    private EmulatorProcess(Process process, Uri address, string token, Uri baseUri, string? certificate)
    {
        _process = process;
        Certificate = certificate;
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (certificate is not null)
        {
            var own = File.ReadAllText(certificate);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 other && other.ExportCertificatePem() == own.TrimEnd();
        }

        _client = new HttpClient(handler) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("X-Emulator-Token", token);
        BaseUri = baseUri;
    }

    /// <summary>The address of its OnePay.</summary>
    public Uri BaseUri { get; }

    /// <summary>The file with its certificate; null if it serves http.</summary>
    public string? Certificate { get; }

    public static async Task<EmulatorProcess> StartAsync(EmulatorSettings settings, CancellationToken cancellation)
    {
        var command = ProcessCommand.Emulator(settings.ToArguments());
        var start = command.ToStartInfo();
        start.RedirectStandardError = false;
        var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("The emulator did not start.");
            using var addresses = JsonDocument.Parse(line);
            var root = addresses.RootElement;
            return new EmulatorProcess(
                process, Address(root, "address"), root.GetProperty("token").GetString()!, Address(root.GetProperty("providers"), "onepay"), settings.Certificate);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Removes all customers.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        using var answer = await _client.DeleteAsync(new Uri("_emulator", UriKind.Relative), cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Stores customers without requests.</summary>
    public async Task SeedAsync(int count, CancellationToken cancellation)
    {
        using var answer = await _client.PostAsJsonAsync(
            new Uri("_emulator/seed", UriKind.Relative), new { provider = "onepay", count, key = ApiKey }, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The number of customers, and the numbers of requests and connections received.</summary>
    public async Task<(int Customers, long Requests, int Connections)> CountAsync(CancellationToken cancellation)
    {
        var overview = await _client.GetFromJsonAsync<JsonElement>(new Uri("_emulator", UriKind.Relative), cancellation);
        return (overview.GetProperty("providers").GetProperty("onepay").GetProperty("customers").GetInt32(), overview.GetProperty("requests").GetInt64(), overview.GetProperty("connections").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
    }

    private static Uri Address(JsonElement addresses, string name) => new(addresses.GetProperty(name).GetString()!);
}
