using System.Text;
using Spectre.Console;

namespace PaymentCustomers.Cli;

/// <summary>The environment of the program: streams, console and variables. Tests replace it.</summary>
internal sealed record CliHost
{
    // Wide enough that nothing is wrapped, because a program may read the output.
    private const int WidthOfFiles = 10_000;

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Writes to <see cref="Out"/>.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether <see cref="In"/> is a keyboard.</summary>
    public bool IsKeyboard { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The host of the current process.</summary>
    public static CliHost OfProcess()
    {
        // The default code pages of Windows cannot encode many names.
        if (OperatingSystem.IsWindows())
            System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isTerminal = !System.Console.IsOutputRedirected;
        return new CliHost
        {
            In = System.Console.In,
            Out = System.Console.Out,
            Error = System.Console.Error,
            Console = isTerminal ? AnsiConsole.Console : PlainConsole(System.Console.Out),
            IsTerminal = isTerminal,
            IsKeyboard = !System.Console.IsInputRedirected,
        };
    }

    /// <summary>A console that writes plain lines.</summary>
    public static IAnsiConsole PlainConsole(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = WidthOfFiles;
        return console;
    }

    /// <summary>Reads the answer to a question that ends in <c>[y/N]</c>.</summary>
    public bool IsYes() => In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";

    public void Warn(string message) => Tell(() => Error.WriteLine($"Warning: {Printable.Line(message)}"));

    public void Fail(string message, string? action) => Tell(() =>
    {
        Error.WriteLine($"Error: {Printable.Line(message)}");
        if (action is not null)
            Error.WriteLine($"  {Printable.Line(action)}");
    });

    /// <summary>Writes output. If the reader has gone, the exit code alone reports the result of the rows.</summary>
    /// <returns>Why the output could not be written; null if it was written.</returns>
    public static string? Tell(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return e.Message;
        }
    }
}
