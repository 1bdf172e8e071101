using System.Management.Automation;
using System.Runtime.Loader;

namespace PaymentCustomers.PowerShell;

/// <summary>What PowerShell calls when it imports the module, in each runspace, before it makes the first cmdlet.</summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    // Once for all runspaces, and never undone: a module that one runspace removes may be at work in another.
    static ModuleStart() => AssemblyLoadContext.Default.Resolving += EngineLoadContext.Resolve;

    /// <inheritdoc/>
    public void OnImport()
    {
    }
}
