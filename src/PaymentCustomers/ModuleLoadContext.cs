using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCustomers;

/// <summary>
/// Loads the module's cmdlets, its engine and every third-party assembly apart from the rest of the process, so that
/// another module's version of a library never meets ours. Only this small assembly is shared with everybody.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<Assembly> Cmdlets = new(() => new ModuleLoadContext().LoadCmdlets());

    private readonly Assembly _shared = typeof(ModuleLoadContext).Assembly;
    private readonly string _directory;

    private ModuleLoadContext()
        : base(nameof(PaymentCustomers))
    {
        _directory = Path.GetDirectoryName(_shared.Location)!;
    }

    /// <summary>The assembly with the cmdlets, loaded once per process; the module's script hands it to Import-Module.</summary>
    /// <exception cref="FileNotFoundException">The module's folder is incomplete.</exception>
    public static Assembly LoadModule() => Cmdlets.Value;

    /// <summary>
    /// What lies in the module's folder is loaded here, whatever version another module has loaded before; all else
    /// (the framework, PowerShell) is everybody's.
    /// </summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == _shared.GetName().Name)
            return _shared;

        var path = Path.Combine(_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private Assembly LoadCmdlets() =>
        LoadFromAssemblyPath(Path.Combine(_directory, nameof(PaymentCustomers) + ".PowerShell.dll"));
}
