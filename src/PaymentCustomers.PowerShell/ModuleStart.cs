using System.Management.Automation;
using System.Runtime.Loader;

namespace PaymentCustomers.PowerShell;

/// <summary>Called by PowerShell when it imports the module into a runspace, before the first cmdlet is created.</summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    // Registered once for all runspaces and never removed: a module removed from one runspace may still be in use in another.
    static ModuleStart() => AssemblyLoadContext.Default.Resolving += EngineLoadContext.Resolve;

    /// <inheritdoc/>
    public void OnImport()
    {
    }
}
