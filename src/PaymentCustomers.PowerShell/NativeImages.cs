using System.Runtime.InteropServices;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// The folder with the engine compiled to machine code for one system (ReadyToRun, by <c>build.ps1 Package</c>).
/// </summary>
internal static class NativeImages
{
    // The .NET version of the command line program, from which the assemblies come. Older versions, as in PowerShell 7.4 and 7.5, cannot load
    // them: a library contains other code for this version.
    private const int BuiltFor = 10;

    /// <summary>The folder for a process, named like .NET's runtime identifiers: <c>linux-x64</c>. It may not exist.</summary>
    /// <param name="version">The version of .NET in the process.</param>
    /// <returns>Null if this version cannot load the assemblies.</returns>
    public static string? FolderFor(Version version) =>
        version.Major >= BuiltFor ? $"{System}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant() : null;

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
