using System.Management.Automation;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Resolves the location of a journal: a PowerShell path, or the address of a shared journal, which is returned unchanged.</summary>
internal static class JournalPlace
{
    public static string Resolve(PSCmdlet cmdlet, string given) =>
        JournalAddress.IsShared(given) ? given : cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(given);
}
