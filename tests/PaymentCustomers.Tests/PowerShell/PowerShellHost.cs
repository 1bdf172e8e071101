using System.ComponentModel;
using System.Diagnostics;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>The PowerShell that runs the Pester files: the one in the environment variable PAYMENTCUSTOMERS_PWSH, or else the .NET
/// tool of .config/dotnet-tools.json, which is downloaded the first time.</summary>
internal sealed class PowerShellHost
{
    public const string Variable = "PAYMENTCUSTOMERS_PWSH";

    private static readonly Lazy<Task<PowerShellHost>> Found = new(FindAsync);

    private readonly string[] _command;

    private PowerShellHost(params string[] command) => _command = command;

    /// <summary>The PowerShell of this test run, which is searched for once.</summary>
    /// <exception cref="PowerShellMissingException">PowerShell cannot be obtained on this machine.</exception>
    public static Task<PowerShellHost> GetAsync() => Found.Value;

    /// <summary>Starts a script in this PowerShell.</summary>
    public Process Start(string script, params string[] arguments) =>
        Process.Start(Quiet([.. _command, "-NoProfile", "-NonInteractive", "-File", script, .. arguments]))!;

    private static async Task<PowerShellHost> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            var (host, answer) = await ResolveAsync(chosen);
            return host ?? throw new InvalidOperationException($"{Variable} is '{chosen}', which does not start as a PowerShell. {answer}");
        }

        var (exitCode, output) = await RunAsync("dotnet", "tool", "restore");
        var (tool, reason) = exitCode == 0 ? await ResolveAsync("dotnet", "tool", "run", "pwsh") : (null, output);
        return tool ?? throw new PowerShellMissingException(
            $"The PowerShell tests were not run: `dotnet tool restore` could not fetch PowerShell. Set {Variable} to the path of a pwsh to use that one. {reason}");
    }

    // The pwsh command may only start another process, as the .NET tool does, which takes half a second. The other process can be
    // started directly.
    private static async Task<(PowerShellHost? Host, string Output)> ResolveAsync(params string[] command)
    {
        var (exitCode, output) = await RunAsync(
            [.. command, "-NoProfile", "-NonInteractive", "-Command", "[Environment]::ProcessPath; Join-Path $PSHOME pwsh.dll"]);
        if (exitCode != 0 || output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not [var program, var library])
            return (null, output);
        return (Path.GetFileNameWithoutExtension(program) == "dotnet" ? new PowerShellHost(program, library) : new PowerShellHost(program), output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] command)
    {
        try
        {
            using var process = Process.Start(Quiet(command))!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception missing)
        {
            return (1, missing.Message);
        }
    }

    private static ProcessStartInfo Quiet(string[] command) => new(command[0], command.Skip(1))
    {
        WorkingDirectory = Repository.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        Environment =
        {
            ["NO_COLOR"] = "1",
            ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
            ["POWERSHELL_UPDATECHECK"] = "Off",
        },
    };
}
