using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>
/// The emulator in a separate process. The emulator reads a pipe that stays empty, and ends when the pipe closes: when this
/// process ends for any reason, or when this object is disposed or collected.
/// </summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly IReadOnlyDictionary<string, Uri> _providers;

    private EmulatorProcess(Process process, Uri address, IReadOnlyDictionary<string, Uri> providers)
    {
        _process = process;
        Address = address;
        _providers = providers;
    }

    /// <summary><c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts the emulator. When the task completes, the emulator accepts requests.</summary>
    /// <param name="arguments">The program's arguments, from <see cref="EmulatorArguments"/>.</param>
    /// <param name="variable">Reads an environment variable; null to read the variables of this process.</param>
    /// <param name="cancellation">Cancels the wait for the emulator.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.EmulatorUnavailable"/>: it is not installed, or did not start.</exception>
    public static async Task<EmulatorProcess> StartAsync(
        IEnumerable<string> arguments, Func<string, string?>? variable, CancellationToken cancellation)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var command = EmulatorProgram.Find(variable ?? Environment.GetEnvironmentVariable, home) ?? throw EmulatorErrors.Missing();
        var process = Start([.. command, .. arguments, "--end-with-input"]);
        try
        {
            var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
            if (await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
                return Read(process, line);
            throw EmulatorErrors.NotStarted(await said.ConfigureAwait(false));
        }
        catch
        {
            await EndAsync(process).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A provider's base address.</summary>
    public Uri BaseUriOf(PaymentProvider provider) =>
        _providers.TryGetValue(provider.Name, out var address) ? address : throw EmulatorErrors.NotStarted(provider.Name);

    /// <summary>Ends the emulator. Its data is lost.</summary>
    public ValueTask DisposeAsync() => EndAsync(_process);

    private static Process Start(string[] command)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (ExternalException e)
        {
            throw EmulatorErrors.NotStarted(e.Message);
        }
    }

    private static EmulatorProcess Read(Process process, string line)
    {
        try
        {
            using var started = JsonDocument.Parse(line);
            var providers = started.RootElement.GetProperty("providers").EnumerateObject()
                .ToDictionary(provider => provider.Name, provider => new Uri(provider.Value.GetString()!), StringComparer.OrdinalIgnoreCase);
            return new EmulatorProcess(process, new Uri(started.RootElement.GetProperty("address").GetString()!), providers);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            throw EmulatorErrors.NotStarted(line);
        }
    }

    private static async ValueTask EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        process.Dispose();
    }
}
