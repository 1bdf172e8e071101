using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PaymentCustomers.Cli.Commands;

/// <summary>The help of a command, and behind it what a list of options cannot say.</summary>
internal sealed class CommandLineHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private const string OfProgram = """
        Examples:
          A demonstration that needs no account, no key and no network:
            payment-customers import samples/onepay-customers.csv \
              --provider OnePay --emulator
          What would be created, and everything that is wrong with the file:
            payment-customers check customers.csv --provider Dots
          Import; correct the rows that failed and import those:
            payment-customers import customers.csv --provider OnePay --rejects r1.csv
            payment-customers import r1.csv --provider OnePay --rejects r2.csv
          What became of the rows, with the customers' ids:
            payment-customers journal customers.onepay-sandbox.journal
          All customers that the provider has, in a file:
            payment-customers export --provider OnePay --output all.csv
          A key that is in no environment:
            get-secret onepay | payment-customers import customers.csv \
              --provider OnePay --credential-stdin

        Environment variables:
          DOTS_CLIENT_ID, DOTS_API_KEY  The credential of Dots.
          ONEPAY_API_KEY                The key of OnePay, sk_test_... or sk_live_...
          STRIPE_API_KEY                The key of Stripe, sk_... or rk_...
          NO_COLOR                      Set it to see no colours.

        Exit codes:
          0  Every row has its customer.
          1  It ran to its end, and some rows failed or are unknown.
          2  It could not begin: nothing was sent.
          3  It stopped before its end: run the same again.

        """;

    private const string OfFile = """
        The file:
          The first line names the columns, as 'payment-customers providers' lists them;
          case, spaces, hyphens and underscores do not count. A byte order mark decides
          the encoding; without one it is UTF-8. Blank lines are skipped, blank cells
          are not given. The file is checked whole before its first row is sent.

        """;

    private const string OfCredential = """
        The credential:
          From DOTS_CLIENT_ID and DOTS_API_KEY or ONEPAY_API_KEY, or on standard input
          with --credential-stdin. Never an argument: others could see it.

        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var more = parseResult.CommandResult.Command switch
        {
            RootCommand => OfProgram,
            ImportCommand => OfFile + OfCredential,
            CustomerCommand => OfCredential,
            CheckCommand => OfFile,
            _ => "",
        };
        parseResult.InvocationConfiguration.Output.Write(more);
        return ExitCode.Done;
    }
}
