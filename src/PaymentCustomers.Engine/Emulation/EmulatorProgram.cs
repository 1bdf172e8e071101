namespace PaymentCustomers.Engine.Emulation;

/// <summary>Where the emulator's program is, which is installed beside this one or not at all: it needs ASP.NET Core.</summary>
internal static class EmulatorProgram
{
    /// <summary>The name of the program, and of the .NET tool that brings it.</summary>
    public const string Name = "payment-customers-emulator";

    /// <summary>The command that runs it, with its first arguments; null if it is not on this machine.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="home">The user's folder.</param>
    public static string[]? Find(Func<string, string?> variable, string home) => FindBuilt() ?? FindInstalled(variable, home);

    private static string FileName => OperatingSystem.IsWindows() ? Name + ".exe" : Name;

    /// <summary>As the build lays it out in a clone: beside the module, the command line and the tests.</summary>
    private static string[]? FindBuilt()
    {
#pragma warning disable IL3000 // In a single file it is empty, and the folder of that file is taken.
        var own = typeof(EmulatorProgram).Assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
#pragma warning restore IL3000
        string[] folders = [own, Path.Combine(own, "..", "emulator"), Path.Combine(own, "..", "..", "..", "emulator")];
        var library = folders.Select(folder => Path.GetFullPath(Path.Combine(folder, Name + ".dll"))).FirstOrDefault(File.Exists);
        if (library is not null)
            return [DotNet(), library];
        // Published as one file, beside the command line.
        var program = Path.Combine(own, FileName);
        return File.Exists(program) ? [program] : null;
    }

    /// <summary>As a .NET tool, on the PATH or in the place of global tools.</summary>
    public static string[]? FindInstalled(Func<string, string?> variable, string home)
    {
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            // Where `dotnet tool install --global` puts it: a shell that is open already does not have it on its PATH.
            .Append(Path.Combine(home, ".dotnet", "tools"));
        var program = folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        return program is null ? null : [program];
    }

    private static string DotNet() => Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
}
