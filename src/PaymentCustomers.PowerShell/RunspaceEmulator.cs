using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.PowerShell;

/// <summary>The emulator of a runspace, of which there is one at most, and the connections to it.</summary>
internal sealed class RunspaceEmulator
{
    // As in RunspaceConnections: by what is new once the runspace is reset. An emulator that nothing refers to ends.
    private static readonly ConditionalWeakTable<PSEventManager, RunspaceEmulator> ByEvents = [];

    private readonly List<PaymentConnection> _connections = [];
    private EmulatorProcess? _emulator;

    /// <summary>That of the runspace that the calling cmdlet runs in.</summary>
    public static RunspaceEmulator Current => ByEvents.GetOrCreateValue(Runspace.DefaultRunspace.Events);

    /// <summary>Takes an emulator that was started, and opens a connection to each of the providers at it.</summary>
    public IReadOnlyList<PaymentConnection> Add(EmulatorProcess emulator, IEnumerable<string> providers)
    {
        _emulator = emulator;
        foreach (var provider in providers.Select(PaymentProviders.Get).Distinct())
        {
            var connection = ConnectionFactory.Open(new ConnectionRequest(provider.Name)
            {
                Credential = EmulatorCredential.Of(provider, environment: null),
                BaseUri = emulator.BaseUriOf(provider),
                // A name of its own: a connection to the provider itself, which has the provider's, stays as it is.
                Name = $"{provider.Name}Emulator",
            });
            RunspaceConnections.Current.Add(connection);
            _connections.Add(connection);
        }

        return _connections;
    }

    /// <summary>Ends the emulator, if one runs, and forgets its connections.</summary>
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
