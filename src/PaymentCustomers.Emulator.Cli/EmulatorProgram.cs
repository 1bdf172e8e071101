using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace PaymentCustomers.Emulator.Cli;

/// <summary><c>payment-customers-emulator</c>, and the one place where what went wrong with it ends.</summary>
internal static class EmulatorProgram
{
    /// <summary>It could not begin.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Runs the program.</summary>
    /// <returns>0, or <see cref="CouldNotRun"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // No response files: JSON may begin with an at sign as well as any other text.
        var parsed = new EmulatorCommand(input, output).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync($"Error: {error.Message}");
            return await RefuseAsync("Run 'payment-customers-emulator --help' to see the options.");
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (ArgumentException e)
        {
            await errors.WriteLineAsync($"Error: {e.Message}");
            return await RefuseAsync("See 'payment-customers-emulator --help'.");
        }
        catch (IOException e)
        {
            await errors.WriteLineAsync($"Error: {e.Message}");
            return await RefuseAsync("Use another --port, or omit --port to use a free port.");
        }

        async Task<int> RefuseAsync(string action)
        {
            await errors.WriteLineAsync($"  {action}");
            return CouldNotRun;
        }
    }
}
