using System.Management.Automation;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that sends requests to a provider.</summary>
public abstract class ConnectedCmdlet : ConnectionCmdlet
{
    private ProviderClient? _client;

    /// <summary>The timeout of one request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>The maximum number of retries, where a retry is safe and can succeed.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    private protected ProviderClient Client => _client ??= new ProviderClient(
        ActiveConnection, new ProviderClientOptions { Timeout = TimeSpan.FromSeconds(TimeoutSec), Log = Log });

    private protected override void Begin() => _ = Client;
}
