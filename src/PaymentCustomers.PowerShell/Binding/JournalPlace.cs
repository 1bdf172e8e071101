using System.Management.Automation;
using System.Net;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Resolves the location of a journal, and the credential of its database.</summary>
internal static class JournalPlace
{
    /// <summary>Resolves a PowerShell path. The address of a shared journal is returned unchanged.</summary>
    public static string Resolve(PSCmdlet cmdlet, string given) =>
        JournalAddress.IsShared(given) ? given : cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(given);

    /// <summary>The user and the password of a shared journal's database; null if the parameter was not given.</summary>
    /// <param name="cmdlet">The cmdlet with the parameter.</param>
    /// <param name="given">The value of the parameter.</param>
    /// <param name="journal">The journal that it is for.</param>
    /// <exception cref="PaymentException">The value is empty, or the journal is a file.</exception>
    public static NetworkCredential? Credential(PSCmdlet cmdlet, PSCredential? given, string? journal)
    {
        const string Parameter = "JournalCredential";
        if (!cmdlet.MyInvocation.BoundParameters.ContainsKey(Parameter))
            return null;
        if (given is null || given == PSCredential.Empty)
            throw ConnectionRequests.WithoutValue(Parameter);
        return journal is not null && JournalAddress.IsShared(journal) ? given.GetNetworkCredential() : throw JournalErrors.CredentialForFile();
    }
}
