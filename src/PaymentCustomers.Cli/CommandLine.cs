using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using PaymentCustomers.Cli.Commands;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli;

/// <summary>The program's commands. All errors of the program are handled here.</summary>
internal static class CommandLine
{
    private static readonly string[] SecretWords = ["key", "secret", "token", "password", "credential", "client"];

    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        // English only: messages of the parser and the engine appear next to the program's own, which are in English.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // Disable response files, because a path may start with an at sign.
        var parsed = Tree(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return Refuse(args, parsed, host);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (CliException e)
        {
            host.Fail(e.Message, e.Action);
        }
        catch (PaymentException e)
        {
            var provider = (parsed.GetResult("--provider") as OptionResult)?.GetValueOrDefault<PaymentProvider?>();
            host.Fail(e.Message, provider is null ? e.Error.RecommendedAction : Advice.For(e.Error, provider, parsed.CommandResult.Command.Name));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            host.Fail(parsed.CommandResult.Command is CustomerCommand ? "Stopped. Nothing was changed." : "Stopped. Nothing was sent.", null);
            return ExitCode.Stopped;
        }
#pragma warning disable CA1031 // Show one line instead of a stack trace, which may contain data of a file.
        catch (Exception e)
#pragma warning restore CA1031
        {
            host.Fail($"{e.GetType().Name}: {e.Message}", "This is an error in PaymentCustomers. Please report it.");
        }

        return ExitCode.CouldNotRun;
    }

    /// <summary>An option without its value: <c>--key</c> for <c>--key=x</c>.</summary>
    public static string WithoutValue(string option) => option.Split('=', ':')[0];

    private static RootCommand Tree(CliHost host)
    {
        var root = new RootCommand("Creates customers at a payment provider (Dots, OnePay Colombia or Stripe) from files. Each row is checked before it is sent, and the outcome of each row is reported.")
        {
            new ImportCommand(host),
            new CheckCommand(host),
            new TemplateCommand(host),
            new JournalCommand(host),
            new ListCommand(host),
            new GetCommand(host),
            new ExportCommand(host),
            new DeleteCommand(host),
            new ProvidersCommand(host),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new CommandLineHelp((HelpAction)help.Action!);
        return root;
    }

    private static int Refuse(string[] args, ParseResult parsed, CliHost host)
    {
        foreach (var message in Unrecognized(args, parsed).Concat(Others(parsed)).Distinct())
            host.Fail(message, null);
        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        host.Error.WriteLine($"  Run 'payment-customers{command} --help' to see the arguments and options.");
        return ExitCode.CouldNotRun;
    }

    private static IEnumerable<string> Others(ParseResult parsed) =>
        from error in parsed.Errors
        where !parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))
        select error.Message;

    /// <summary>The arguments that were not recognised. What follows an unknown option may be a secret and is not repeated.</summary>
    private static IEnumerable<string> Unrecognized(string[] args, ParseResult parsed)
    {
        foreach (var token in parsed.UnmatchedTokens)
        {
            var before = Array.IndexOf(args, token) - 1;
            if (token.StartsWith('-'))
                yield return $"'{WithoutValue(token)}' is not an argument or option.{(MayBeSecret(token) ? " Do not pass credentials as arguments: other users can see them." : "")}";
            else if (before < 0 || !args[before].StartsWith('-'))
                yield return $"'{token}' is not an argument or option.";
        }
    }

    private static bool MayBeSecret(string option) =>
        SecretWords.Any(word => option.Contains(word, StringComparison.OrdinalIgnoreCase));
}
