using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// Holds the engine and its third-party libraries apart from the rest of the process, so that another module's version
/// of a library never meets ours. The cmdlets themselves are everybody's, and use no type of those libraries.
/// </summary>
internal sealed class EngineLoadContext : AssemblyLoadContext
{
    private static readonly EngineLoadContext Instance = new();

    // Folders of their own: what lies beside the cmdlets would be found without us, in everybody's context. The package has
    // the same assemblies once more for the usual systems, compiled to machine code: a new process compiles less.
    private readonly string[] _folders =
    [
        .. from folder in new[] { NativeImages.Folder, "engine" }
           select Path.Combine(Path.GetDirectoryName(typeof(EngineLoadContext).Assembly.Location)!, folder),
    ];

    private EngineLoadContext()
        : base(nameof(PaymentCustomers))
    {
    }

    /// <summary>The engine, when the cmdlets first need it; null for everything else that somebody in the process looks for.</summary>
    public static Assembly? Resolve(AssemblyLoadContext _, AssemblyName name) =>
        name.Name == nameof(PaymentCustomers) + ".Engine" ? Instance.Load(name) : null;

    /// <summary>What does not lie in the folder (the framework, our public types) is everybody's.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Array.Find(Array.ConvertAll(_folders, folder => Path.Combine(folder, assemblyName.Name + ".dll")), File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }
}
