using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// A separate load context for the database library and its dependencies, if they are in a folder of their own, as in the module. They
/// need a newer version of a .NET assembly that the engine shares with the process.
/// </summary>
internal sealed class PostgresLoadContext : AssemblyLoadContext
{
    /// <summary>The name of the assembly with the PostgreSQL journals.</summary>
    public const string Library = nameof(PaymentCustomers) + ".Postgres";

    private const string Implementation = Library + ".PostgresJournals";

    private static readonly Assembly Engine = typeof(PostgresLoadContext).Assembly;

    // Null if the assembly is in the same folder as the engine, or in the same file.
    private static readonly Lazy<Assembly?> Separate = new(LoadSeparate);

    private readonly string _folder;

    private PostgresLoadContext(string folder)
        : base(Library) => _folder = folder;

    /// <summary>Creates the implementation.</summary>
    /// <exception cref="IOException">The assembly is missing.</exception>
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    /// <exception cref="TypeLoadException">The assembly is of another version.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The folder is in the module, which is not trimmed.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The folder is in the module, which is not trimmed.")]
    public static ISharedJournals Create()
    {
        // A constant, so that the compiler of a program in machine code finds the class.
        const string Here = Implementation + ", " + Library;
        return (ISharedJournals)(Separate.Value is { } assembly
            ? Activator.CreateInstance(assembly.GetType(Implementation, throwOnError: true)!)!
            : Activator.CreateInstance(Type.GetType(Here, throwOnError: true)!)!);
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "The location is empty in a single file, which has no such folder.")]
    private static Assembly? LoadSeparate()
    {
        var folder = Engine.Location is { Length: > 0 } location ? Path.Combine(Path.GetDirectoryName(location)!, "..", "postgres") : null;
        return Directory.Exists(folder) ? new PostgresLoadContext(folder).LoadFromAssemblyName(new AssemblyName(Library)) : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The folder is in the module, which is not trimmed.")]
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Engine.GetName().Name)
            return Engine;
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
