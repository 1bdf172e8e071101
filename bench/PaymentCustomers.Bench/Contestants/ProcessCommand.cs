using System.Diagnostics;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>A program and its arguments.</summary>
internal sealed record ProcessCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>A script of this benchmark.</summary>
    public static ProcessCommand Script(string name, params string[] arguments) =>
        new(PowerShell.Program, ["-NoProfile", "-NonInteractive", "-File", Places.Script(name), .. arguments]);

    /// <summary>This program itself.</summary>
    public static ProcessCommand Self(params string[] arguments) => new("dotnet", [typeof(ProcessCommand).Assembly.Location, .. arguments]);

    /// <summary>payment-customers.</summary>
    public static ProcessCommand CommandLine(params string[] arguments) => new("dotnet", [Places.CommandLine, .. arguments]);

    /// <summary>payment-customers-emulator.</summary>
    public static ProcessCommand Emulator(params string[] arguments) => new("dotnet", [Places.Emulator, .. arguments]);

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ONEPAY_API_KEY"] = EmulatorProcess.ApiKey;
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
