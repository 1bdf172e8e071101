using System.CommandLine;
using System.Globalization;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers journal</c>: shows journals, and creates the tables of shared ones.</summary>
internal sealed class JournalCommand : Command
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Argument<string> _address = new("JOURNAL") { Description = "The journal, as specified for the import command: a file, or postgresql://user@host/database?run=name. The password comes from PGPASSWORD or PGPASSFILE." };

    private readonly Option<bool> _follow = new("--follow") { Description = "Continue to show changes. For a file: each new line, until Ctrl+C. For a shared run: a line every two seconds, until no worker is active." };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object instead of text." };

    public JournalCommand(CliHost host)
        : base("journal", "Show a journal. For a file: its runs and rows. For a run that several computers share: its progress, its workers, and the rows that have two customers.")
    {
        Add(_address);
        Add(_follow);
        Add(_json);
        Add(Initialization(host));
        _address.RefuseBlank();
        Validators.Add(result =>
        {
            if (result.GetValue(_address) is ['-', ..] journal)
                result.AddError($"'{CommandLine.WithoutValue(journal)}' is not an option of journal.");
        });
        SetAction((result, cancellation) => JournalAddress.IsShared(result.GetRequiredValue(_address))
            ? ShowAsync(host, result, cancellation)
            : new FileJournalView(host, result.GetRequiredValue(_address), result.GetValue(_json)).ShowAsync(result.GetValue(_follow), cancellation));
    }

    private static Command Initialization(CliHost host)
    {
        var address = new Argument<string>("ADDRESS") { Description = "The database: postgresql://user@host/database. The user needs the permission to create a schema." };
        var command = new Command("init", "Create the journal tables in a database, or update them to this version.") { address };
        command.SetAction(async (result, cancellation) =>
        {
            var (before, now) = await ISharedJournals.Load().InitializeAsync(Checked(result.GetRequiredValue(address)), cancellation);
            await host.Out.WriteLineAsync(before == now ? $"The tables already have version {now}." : before == 0 ? $"The tables were created, in version {now}." : $"The tables were updated from version {before} to version {now}.");
            return ExitCode.Done;
        });
        return command;
    }

    private async Task<int> ShowAsync(CliHost host, ParseResult result, CancellationToken cancellation)
    {
        var address = Checked(result.GetRequiredValue(_address));
        var journals = ISharedJournals.Load();
        var status = await journals.StatusAsync(address, credential: null, cancellation);
        for (string? last = null; result.GetValue(_follow) && status.Workers.Any(worker => worker.State == SharedWorkerState.Alive);)
        {
            if (JournalReport.Line(status) is var line && line != last)
                await host.Out.WriteLineAsync(last = line);
            await host.Out.FlushAsync(cancellation);
            try
            {
                await Task.Delay(Pause, host.Clock, cancellation);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            status = await journals.StatusAsync(address, credential: null, cancellation);
        }

        if (result.GetValue(_json))
            await host.Out.WriteLineAsync(JournalReport.Json(status));
        else
            JournalReport.Write(host.Out, status);
        var isOpen = status.Doubled.Count > 0 || status.Counts.Any(count => count.Key is not (KeyState.Created or KeyState.Existing or KeyState.Updated) && count.Value > 0);
        return isOpen ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static string Checked(string address) => JournalAddress.IsShared(address)
        ? address
        : throw new CliException(string.Create(CultureInfo.InvariantCulture, $"'{Printable.Line(address)}' is not the address of a journal in a database."), "Write the address as postgresql://user@host/database?run=name.");
}
