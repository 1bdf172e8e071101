using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PaymentCustomers.Cli.Commands;

/// <summary>The help of a command, followed by what a list of options cannot explain.</summary>
internal sealed class CommandLineHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private const string OfProgram = """
        Examples:
          Run a demonstration without an account, a key or a network:
            payment-customers import samples/onepay-customers.csv \
              --provider OnePay --emulator
          Check a file without sending it:
            payment-customers check customers.csv --provider Dots
          Import a file, then correct the rows that failed and import them:
            payment-customers import customers.csv --provider OnePay --rejects r1.csv
            payment-customers import r1.csv --provider OnePay --rejects r2.csv
          Show the outcome of each row, with the ids of the customers:
            payment-customers journal customers.onepay-sandbox.journal
          Write all customers at the provider to a file:
            payment-customers export --provider OnePay --output all.csv
          Read the key from a secret store:
            get-secret onepay | payment-customers import customers.csv \
              --provider OnePay --credential-stdin

        Environment variables:
          DOTS_CLIENT_ID, DOTS_API_KEY  The credential of Dots.
          ONEPAY_API_KEY                The key of OnePay, sk_test_... or sk_live_...
          STRIPE_API_KEY                The key of Stripe, sk_... or rk_...
          NO_COLOR                      Set this variable to turn off colours.

        Exit codes:
          0  Every row has its customer.
          1  The run ended, and some rows failed or have an unknown outcome.
          2  The run could not start. Nothing was sent.
          3  The run stopped before its end. Run the same command again.

        """;

    private const string OfFile = """
        The file:
          The first line contains the names of the columns, which
          'payment-customers providers' lists. Case, spaces, hyphens and underscores
          are ignored. A byte order mark determines the encoding; the default is
          UTF-8. Blank lines are skipped, and blank cells count as no value. All rows
          are checked before the first row is sent.

        """;

    private const string OfCredential = """
        The credential:
          Set DOTS_CLIENT_ID and DOTS_API_KEY, ONEPAY_API_KEY or STRIPE_API_KEY, or
          pass the credential on standard input with --credential-stdin. Do not pass
          it as an argument: other users can see the arguments of a command.

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
