using System.Management.Automation;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Where a journal is, as people give it: a path of PowerShell, or the address of a shared journal, which stays as it is.</summary>
internal static class JournalPlace
{
    public static string Resolve(PSCmdlet cmdlet, string given) =>
        JournalAddress.IsShared(given) ? given : cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(given);
}
