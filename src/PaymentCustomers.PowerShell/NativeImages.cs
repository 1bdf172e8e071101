using System.Runtime.InteropServices;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// The folder with the engine compiled to machine code for one system (ReadyToRun, by <c>build.ps1 Package</c>). These assemblies also
/// contain the usual code, which .NET versions before 10 use because they do not accept the machine code.
/// </summary>
internal static class NativeImages
{
    /// <summary>The folder for this process, named like .NET's runtime identifiers: <c>linux-x64</c>. It may not exist.</summary>
    public static string Folder { get; } = $"{System}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
