using System.Text;
using Spectre.Console;

namespace PaymentCustomers.Cli;

/// <summary>What the program has of the world around it, so that tests can give it another one.</summary>
internal sealed record CliHost
{
    // Nothing is wrapped where a program may read it.
    private const int WidthOfFiles = 10_000;

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Writes to <see cref="Out"/>.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>Whether people look at <see cref="Out"/>.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether <see cref="In"/> is a keyboard.</summary>
    public bool IsKeyboard { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The process's own.</summary>
    public static CliHost OfProcess()
    {
        // The code pages of Windows have no accents for half the world's names.
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

    /// <summary>A console that writes bare lines.</summary>
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

    /// <summary>Reads the answer to a question that ends with <c>[y/N]</c>.</summary>
    public bool IsYes() => In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";

    public void Warn(string message) => Tell(() => Error.WriteLine($"Warning: {Printable.Line(message)}"));

    public void Fail(string message, string? action) => Tell(() =>
    {
        Error.WriteLine($"Error: {Printable.Line(message)}");
        if (action is not null)
            Error.WriteLine($"  {Printable.Line(action)}");
    });

    /// <summary>Tells people or programs something. Nobody may listen any more: then the exit code alone tells what became of the rows.</summary>
    /// <returns>Why it could not be told; null if it was.</returns>
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
