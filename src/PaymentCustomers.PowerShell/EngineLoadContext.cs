using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// A separate load context for the engine and its third-party libraries, so that versions of these libraries in other modules do not
/// conflict with ours. The cmdlets are in the default context, and use no types of those libraries.
/// </summary>
internal sealed class EngineLoadContext : AssemblyLoadContext
{
    private static readonly EngineLoadContext Instance = new();

    // These are separate folders, because assemblies next to the cmdlets would be loaded into the default context. The package also
    // contains the assemblies compiled to machine code for common systems, so that a new process compiles less.
    private readonly string[] _folders =
    [
        .. from folder in new[] { NativeImages.FolderFor(Environment.Version), "engine" }
           where folder is not null
           select Path.Combine(Path.GetDirectoryName(typeof(EngineLoadContext).Assembly.Location)!, folder),
    ];

    private EngineLoadContext()
        : base(nameof(PaymentCustomers))
    {
    }

    /// <summary>Resolves the engine when the cmdlets first need it; null for all other assemblies that the process looks for.</summary>
    public static Assembly? Resolve(AssemblyLoadContext _, AssemblyName name) =>
        name.Name == nameof(PaymentCustomers) + ".Engine" ? Instance.Load(name) : null;

    /// <summary>Loads an assembly from the folders. Assemblies that are not there (the framework, our public types) come from the default context.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Machine code loads an assembly when a method of it is first called: perhaps between a system call and the method that returns
        // its error code. File.Exists makes system calls too, and would replace that code.
        var error = Marshal.GetLastPInvokeError();
        var path = Array.Find(Array.ConvertAll(_folders, folder => Path.Combine(folder, assemblyName.Name + ".dll")), File.Exists);
        var assembly = path is null ? null : LoadFromAssemblyPath(path);
        Marshal.SetLastPInvokeError(error);
        return assembly;
    }
}
