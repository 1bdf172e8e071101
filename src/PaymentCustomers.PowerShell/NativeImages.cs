using System.Runtime.InteropServices;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// Where the package has the engine compiled for one system (ReadyToRun, by <c>build.ps1 Package</c>). Such an assembly holds
/// the usual code too: a .NET that does not take the machine code, because it is older than 10, uses that.
/// </summary>
internal static class NativeImages
{
    /// <summary>The folder for this process, named as .NET names systems: <c>linux-x64</c>. It need not be there.</summary>
    public static string Folder { get; } = $"{System}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
