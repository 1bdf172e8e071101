using System.Diagnostics;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>A program and its arguments.</summary>
internal sealed record ProcessCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>A file with the certificate that the process trusts; null for those of the system.</summary>
    public string? Certificate { get; init; }

    /// <summary>Runs a script of this benchmark.</summary>
    public static ProcessCommand Script(string name, params string[] arguments) =>
        new(PowerShell.Program, ["-NoProfile", "-NonInteractive", "-File", Places.Script(name), .. arguments]);

    /// <summary>Runs this program.</summary>
    public static ProcessCommand Self(params string[] arguments) => new("dotnet", [typeof(ProcessCommand).Assembly.Location, .. arguments]);

    /// <summary>Runs payment-customers.</summary>
    /// <param name="program">The published program, or the assembly of the built one.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessCommand CommandLine(string program, params string[] arguments) =>
        Path.GetExtension(program) == ".dll" ? new("dotnet", [program, .. arguments]) : new(program, arguments);

    /// <summary>Runs payment-customers-emulator.</summary>
    public static ProcessCommand Emulator(params string[] arguments) => new("dotnet", [Places.Emulator, .. arguments]);

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ONEPAY_API_KEY"] = EmulatorProcess.ApiKey;
        start.Environment["NO_COLOR"] = "1";
        if (Certificate is not null)
            start.Environment["SSL_CERT_FILE"] = Certificate;
        return start;
    }
}
