using System.Collections;
using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Starts an emulator of the providers on this machine, and opens connections to it.</summary>
[Cmdlet(VerbsLifecycle.Start, "PaymentEmulator", SupportsShouldProcess = true)]
[OutputType(typeof(PaymentConnection))]
public sealed class StartPaymentEmulatorCommand : CancellableCmdlet
{
    /// <summary>The providers to connect to. By default all.</summary>
    [Parameter(Position = 0)]
    [ValidateProvider]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string[] Provider { get; set; } = [.. PaymentProviders.Names];

    /// <summary>The port on 127.0.0.1. By default any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The duration of every request, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int LatencyMs { get; set; }

    /// <summary>Options for the providers' behaviour.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Option { get; set; }

    /// <summary>Faults to inject, by name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string[] Fault { get; set; } = [];

    /// <summary>Rules for faults.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[] FaultRule { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => DebugWithoutPrompts.Apply(this);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess(EmulatorProgram.Name, Messages.StartEmulator))
            return;
        try
        {
            // A session has one emulator. Stop the previous one first: the user may start it again with other options on the same port.
            Await(RunspaceEmulator.Current.StopAsync());
            var emulator = Await(EmulatorProcess.StartAsync(Arguments().ToArguments(), variable: null, Cancellation));
            foreach (var connection in RunspaceEmulator.Current.Add(emulator, Provider))
                WriteObject(connection);
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }

    private EmulatorArguments Arguments() => new()
    {
        Port = Port,
        LatencyMs = LatencyMs,
        Options = Option is null ? null : MetadataJson.Write(Option),
        Faults = Fault,
        Rules = FaultRule.Length == 0 ? null : MetadataJson.Write(FaultRule),
    };
}
