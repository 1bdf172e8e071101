using System.CommandLine;
using PaymentCustomers.Cli.Reporting;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers journal</c>: shows what a journal says.</summary>
internal sealed class JournalCommand : Command
{
    private readonly Argument<string> _journal = new("JOURNAL") { Description = "The journal's file. A run may be writing it." };

    private readonly Option<bool> _follow = new("--follow") { Description = "Write what is there, and then each new line, until Ctrl+C." };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object instead of lines." };

    public JournalCommand(CliHost host)
        : base("journal", "Show what a journal says: its runs, each row with its key and the customer's id or what went wrong, and how many rows are in which state.")
    {
        Add(_journal);
        Add(_follow);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_journal) is ['-', ..] journal)
                result.AddError($"'{CommandLine.WithoutValue(journal)}' is no option of journal.");
        });
        SetAction((result, cancellation) =>
            new FileJournalView(host, result.GetRequiredValue(_journal), result.GetValue(_json)).ShowAsync(result.GetValue(_follow), cancellation));
    }
}
