using System.Globalization;
using PaymentCustomers.Engine;
using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Cli.Import;

/// <summary>Finds everything wrong with the rows, and shows the first that would be created. Nothing is sent.</summary>
internal sealed class DryRun(CliHost host, ImportSettings settings, DraftPreparer preparer)
{
    private const int RowsShown = 10;

    private static readonly CustomerField[] Shown =
        [CustomerField.FirstName, CustomerField.LastName, CustomerField.BusinessName, CustomerField.Email, CustomerField.Phone];

    public void Check(IEnumerable<Draft> drafts, Ledger ledger, CancellationToken cancellation)
    {
        using var next = drafts.GetEnumerator();
        while (!cancellation.IsCancellationRequested && next.MoveNext())
        {
            var prepared = preparer.Prepare(next.Current);
            ledger.Add(prepared.IsValid
                ? new RowReport(prepared.Draft, RowOutcome.Valid)
                : new RowReport(prepared.Draft, RowOutcome.Failed, Error: Errors.Invalid(prepared)));
            if (prepared.IsValid && !settings.WantsJson)
                Show(prepared.Draft, ledger.Count(RowOutcome.Valid));
        }
    }

    /// <summary>Enough to know the row by, and no whole personal value: a dry run's output goes into logs as well.</summary>
    private void Show(Draft draft, long number)
    {
        if (number > RowsShown + 1)
            return;
        if (number > RowsShown)
        {
            host.Out.WriteLine(settings.OutputPath is null ? "… and more; --output FILE writes them all." : $"… and more, all in {settings.OutputPath}.");
            return;
        }

        var values = from field in Shown
                     let value = draft[field]
                     where value is not null
                     select Mask.Value(field, value);
        host.Out.WriteLine(Printable.Line(string.Create(CultureInfo.InvariantCulture, $"row {draft.Row}  would be created: {string.Join(' ', values)}")));
    }
}
