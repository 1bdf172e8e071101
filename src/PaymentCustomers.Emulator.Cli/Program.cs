using System.Runtime.InteropServices;
using PaymentCustomers.Emulator.Cli;

using var stop = new CancellationTokenSource();
// The first signal stops the emulator gracefully. The second one is left to the system, which ends the process.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

// Ctrl+C reaches all programs of a terminal. If another program started this one, the signal is meant for that program.
void Interrupt(PosixSignalContext signal)
{
    if (args.Contains(EmulatorCommand.EndWithInput))
        signal.Cancel = true;
    else
        Stop(signal);
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return await EmulatorProgram.RunAsync(args, Console.In, Console.Out, Console.Error, stop.Token);
