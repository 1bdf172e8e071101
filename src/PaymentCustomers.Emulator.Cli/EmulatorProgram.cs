using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace PaymentCustomers.Emulator.Cli;

/// <summary>The program <c>payment-customers-emulator</c>. All of its errors are handled here.</summary>
internal static class EmulatorProgram
{
    /// <summary>The exit code if the emulator could not start.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Runs the program.</summary>
    /// <returns>0, or <see cref="CouldNotRun"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // Disable response files, because an argument with JSON or other text may start with an at sign.
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
