using PaymentCustomers.Engine.Imports.Reporting;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Writes the report of an import.</summary>
/// <param name="settings">The settings of the import.</param>
/// <param name="front">Gets a warning if the report cannot be written. That is no reason to repeat the import.</param>
internal sealed class ImportReport(ImportSettings settings, IImportFront front)
{
    /// <summary>Writes the report.</summary>
    /// <returns>The summary, with the report's path if it was written.</returns>
    public PaymentImportSummary Write(string path, PaymentImportSummary summary, Ledger ledger)
    {
        var rejects = ledger.OpenRows.Select(row => new ReportReject(
            row.Draft.Row,
            RejectColumns.Write(row.State),
            settings.ShowsPersonalData ? RowDescription.Whole(row.Draft) : RowDescription.Of(row.Draft),
            row.Reason)).ToList();
        try
        {
            TextTarget.Write(path, ReportPage.Write(summary, settings.Clock.GetUtcNow() - ledger.Timeline.Elapsed, ledger.Timeline, rejects, !settings.ShowsPersonalData));
            return summary with { ReportPath = path };
        }
        catch (PaymentException e)
        {
            front.Warn(e.Error.Message);
            return summary;
        }
    }
}
