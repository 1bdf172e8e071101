using System.Diagnostics.CodeAnalysis;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>Locates the emulator program. It is an optional installation of its own, because it needs ASP.NET Core.</summary>
internal static class EmulatorProgram
{
    /// <summary>The name of the program, and of the .NET tool that installs it.</summary>
    public const string Name = "payment-customers-emulator";

    /// <summary>The command that runs the program, with its first arguments; null if the program is not on this machine.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="home">The user's home folder.</param>
    public static string[]? Find(Func<string, string?> variable, string home) => FindBuilt() ?? FindInstalled(variable, home);

    private static string FileName => OperatingSystem.IsWindows() ? Name + ".exe" : Name;

    /// <summary>Finds it where the build of a clone puts it: next to the module, the command line program and the tests.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Empty in a single-file program; the folder of that file is used instead.")]
    private static string[]? FindBuilt()
    {
        var own = typeof(EmulatorProgram).Assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        string[] folders = [own, Path.Combine(own, "..", "emulator"), Path.Combine(own, "..", "..", "..", "emulator")];
        var library = folders.Select(folder => Path.GetFullPath(Path.Combine(folder, Name + ".dll"))).FirstOrDefault(File.Exists);
        if (library is not null)
            return [DotNet(), library];
        // Published as a single file, next to the command line program.
        var program = Path.Combine(own, FileName);
        return File.Exists(program) ? [program] : null;
    }

    /// <summary>Finds it as a .NET tool, on the PATH or in the folder of global tools.</summary>
    public static string[]? FindInstalled(Func<string, string?> variable, string home)
    {
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            // The folder of `dotnet tool install --global`. A shell that was opened before may not have it on its PATH.
            .Append(Path.Combine(home, ".dotnet", "tools"));
        var program = folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        return program is null ? null : [program];
    }

    private static string DotNet() => Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
}
