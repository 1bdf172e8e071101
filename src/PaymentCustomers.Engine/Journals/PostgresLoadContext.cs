using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// Holds the database library and what it needs apart, where they lie in a folder of their own: they bring a newer version of
/// a part of .NET, which the engine shares with the process.
/// </summary>
internal sealed class PostgresLoadContext : AssemblyLoadContext
{
    private const string Library = nameof(PaymentCustomers) + ".Postgres";

    private static readonly Assembly Engine = typeof(PostgresLoadContext).Assembly;

    private readonly string _folder;

    private PostgresLoadContext(string folder)
        : base(Library) => _folder = folder;

    /// <summary>The assembly with the journals in PostgreSQL; loaded once.</summary>
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
