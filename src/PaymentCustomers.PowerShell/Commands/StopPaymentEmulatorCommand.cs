using System.Management.Automation;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Stops the session's emulator and removes the connections to it. Does nothing if no emulator is running.</summary>
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
