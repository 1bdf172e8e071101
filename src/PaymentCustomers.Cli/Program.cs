using System.Runtime.InteropServices;
using PaymentCustomers.Cli;

using var stop = new CancellationTokenSource();
// The first signal stops the program gracefully. The second one is left to the system, which ends the process.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return await CommandLine.RunAsync(args, CliHost.OfProcess(), stop.Token);
