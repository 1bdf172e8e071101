using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// A separate load context for the database library and its dependencies, if they are in a folder of their own. They need a newer
/// version of a .NET assembly that the engine shares with the process.
/// </summary>
internal sealed class PostgresLoadContext : AssemblyLoadContext
{
    private const string Library = nameof(PaymentCustomers) + ".Postgres";

    private static readonly Assembly Engine = typeof(PostgresLoadContext).Assembly;

    private readonly string _folder;

    private PostgresLoadContext(string folder)
        : base(Library) => _folder = folder;

    /// <summary>The assembly with the PostgreSQL journals. Loaded once.</summary>
    public static Lazy<Assembly> Postgres { get; } = new(() =>
    {
        var folder = Path.Combine(Path.GetDirectoryName(Engine.Location)!, "..", "postgres");
        var context = Directory.Exists(folder) ? new PostgresLoadContext(folder) : GetLoadContext(Engine)!;
        return context.LoadFromAssemblyName(new AssemblyName(Library));
    });

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Engine.GetName().Name)
            return Engine;
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
