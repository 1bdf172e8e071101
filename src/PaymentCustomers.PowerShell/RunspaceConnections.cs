using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.PowerShell;

/// <summary>The connections of a runspace. Another runspace of the same process has its own.</summary>
internal sealed class RunspaceConnections
{
    // By the runspace's event manager, which is a new one once the runspace is reset: ForEach-Object -Parallel uses its
    // runspaces again, and what comes next must not find the account of what was there before.
    private static readonly ConditionalWeakTable<PSEventManager, RunspaceConnections> ByEvents = [];

    // In order of connection: the last one is the default, of its provider and of all.
    private readonly List<PaymentConnection> _connections = [];

    /// <summary>Those of the runspace that the calling cmdlet runs in.</summary>
    public static RunspaceConnections Current => ByEvents.GetOrCreateValue(Runspace.DefaultRunspace.Events);

    public IReadOnlyList<PaymentConnection> All => _connections;

    /// <summary>The connection that is used where none is named, or null.</summary>
    /// <param name="provider">The provider, or null for any.</param>
    public PaymentConnection? Default(string? provider) =>
        _connections.FindLast(connection => provider is null || IsName(connection.Provider, provider));

    /// <summary>The connection of a name, or null.</summary>
    public PaymentConnection? Find(string name) => _connections.Find(connection => IsName(connection.Name, name));

    /// <summary>Takes a connection in; one of the same name is replaced.</summary>
    public void Add(PaymentConnection connection)
    {
        _connections.RemoveAll(other => IsName(other.Name, connection.Name));
        _connections.Add(connection);
    }

    public void Remove(PaymentConnection connection) => _connections.Remove(connection);

    private static bool IsName(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
