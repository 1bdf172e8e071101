using System.Globalization;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Cli.Import;

/// <summary>Finds everything wrong with the rows, and shows the first that would be created. Nothing is sent.</summary>
internal sealed class DryRun(CliHost host, ImportSettings settings)
{
    private const int RowsShown = 10;

    public void Check(IEnumerable<PreparedDraft> drafts, Ledger ledger, CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && ledger.Broken is null && next.MoveNext())
        {
            var prepared = next.Current;
            if (settings.Run.Shard?.Has(prepared) == false)
            {
                ledger.Add(new RowReport(prepared.Draft, CustomerOutcome.OtherShard));
                continue;
            }

            ledger.Add(prepared.IsValid
                ? new RowReport(prepared.Draft, null)
                : new RowReport(prepared.Draft, CustomerOutcome.Failed, Error: RowErrors.Invalid(prepared)));
            if (prepared.IsValid && !settings.WantsJson)
                Show(prepared.Draft, ledger.Valid);
        }
    }

    private void Show(Draft draft, long number)
    {
        if (number > RowsShown + 1)
            return;
        if (number > RowsShown)
        {
            host.Out.WriteLine(settings.OutputPath is null ? "… and more; --output FILE writes them all." : $"… and more, all in {settings.OutputPath}.");
            return;
        }

        host.Out.WriteLine(Printable.Line(string.Create(CultureInfo.InvariantCulture, $"row {draft.Row}  would be created: {RowDescription.Of(draft)}")));
    }
}
