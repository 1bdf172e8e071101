using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.PowerShell;

/// <summary>The connections of a runspace. Another runspace of the same process has its own.</summary>
internal sealed class RunspaceConnections
{
    // Keyed by the runspace's event manager, which is replaced when the runspace is reset. ForEach-Object -Parallel reuses runspaces, and
    // the next script block must not find the account of the previous one.
    private static readonly ConditionalWeakTable<PSEventManager, RunspaceConnections> ByEvents = [];

    // In order of connecting. The last one is the default, of its provider and overall.
    private readonly List<PaymentConnection> _connections = [];

    /// <summary>The connections of the runspace in which the calling cmdlet runs.</summary>
    public static RunspaceConnections Current => ByEvents.GetOrCreateValue(Runspace.DefaultRunspace.Events);

    public IReadOnlyList<PaymentConnection> All => _connections;

    /// <summary>The connection to use if none is named; null if there is none.</summary>
    /// <param name="provider">The provider, or null for any.</param>
    public PaymentConnection? Default(string? provider) =>
        _connections.FindLast(connection => provider is null || IsName(connection.Provider, provider));

    /// <summary>The connection with a name; null if there is none.</summary>
    public PaymentConnection? Find(string name) => _connections.Find(connection => IsName(connection.Name, name));

    /// <summary>Adds a connection. It replaces one with the same name.</summary>
    public void Add(PaymentConnection connection)
    {
        _connections.RemoveAll(other => IsName(other.Name, connection.Name));
        _connections.Add(connection);
    }

    public void Remove(PaymentConnection connection) => _connections.Remove(connection);

    private static bool IsName(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
