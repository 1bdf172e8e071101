using System.Runtime.InteropServices;
using PaymentCustomers.Emulator.Cli;

using var stop = new CancellationTokenSource();
// The first signal asks to stop, the second one stops: it is left to the system.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

// Ctrl+C reaches every program of a terminal. Where another one started this one, it is meant for that one.
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
