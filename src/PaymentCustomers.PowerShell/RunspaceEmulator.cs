using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.PowerShell;

/// <summary>The emulator of a runspace, of which there is at most one, and the connections to it.</summary>
internal sealed class RunspaceEmulator
{
    // Keyed by the event manager, like RunspaceConnections: after a reset the runspace has no emulator, and the old one ends when it is collected.
    private static readonly ConditionalWeakTable<PSEventManager, RunspaceEmulator> ByEvents = [];

    private readonly List<PaymentConnection> _connections = [];
    private EmulatorProcess? _emulator;

    /// <summary>The emulator of the runspace in which the calling cmdlet runs.</summary>
    public static RunspaceEmulator Current => ByEvents.GetOrCreateValue(Runspace.DefaultRunspace.Events);

    /// <summary>Adds a started emulator, and opens a connection to each of its providers.</summary>
    public IReadOnlyList<PaymentConnection> Add(EmulatorProcess emulator, IEnumerable<string> providers)
    {
        _emulator = emulator;
        foreach (var provider in providers.Select(PaymentProviders.Get).Distinct())
        {
            var connection = ConnectionFactory.Open(new ConnectionRequest(provider.Name)
            {
                Credential = EmulatorCredential.Of(provider, environment: null),
                BaseUri = emulator.BaseUriOf(provider),
                // A different name, so that a connection to the real provider, which has the provider's name, is kept.
                Name = $"{provider.Name}Emulator",
            });
            RunspaceConnections.Current.Add(connection);
            _connections.Add(connection);
        }

        return _connections;
    }

    /// <summary>Stops the emulator, if one is running, and removes its connections.</summary>
    public async Task StopAsync()
    {
        foreach (var connection in _connections)
        {
            RunspaceConnections.Current.Remove(connection);
            connection.Disconnect();
        }

        _connections.Clear();
        var emulator = _emulator;
        _emulator = null;
        if (emulator is not null)
            await emulator.DisposeAsync().ConfigureAwait(false);
    }
}
