using System.Management.Automation;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Ends the session's emulator and forgets the connections to it. Where none runs, there is nothing to do.</summary>
[Cmdlet(VerbsLifecycle.Stop, "PaymentEmulator", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopPaymentEmulatorCommand : CancellableCmdlet
{
    /// <inheritdoc/>
    protected override void BeginProcessing() => DebugWithoutPrompts.Apply(this);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ShouldProcess(EmulatorProgram.Name, Messages.StopEmulator))
            Await(RunspaceEmulator.Current.StopAsync());
    }
}
