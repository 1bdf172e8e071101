using System.Management.Automation;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that asks a provider for something.</summary>
public abstract class ConnectedCmdlet : ConnectionCmdlet
{
    private ProviderClient? _client;

    /// <summary>The longest that one request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a request is sent again after the first time, where that is safe and may help.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    private protected ProviderClient Client => _client ??= new ProviderClient(
        ActiveConnection, new ProviderClientOptions { Timeout = TimeSpan.FromSeconds(TimeoutSec), Log = Log });

    private protected override void Begin() => _ = Client;
}
