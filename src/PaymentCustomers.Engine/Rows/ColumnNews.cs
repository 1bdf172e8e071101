using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Reports which columns are not used. Each column is reported once, even if rows have different columns.</summary>
/// <param name="provider">The provider's name.</param>
internal sealed class ColumnNews(string provider)
{
    private const int MostNames = 10;

    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A message about the columns not reported before; null if there are none. Columns that look like fields come first and are never left out.</summary>
    /// <param name="columns">The columns of the current rows.</param>
    /// <param name="lost">The columns with a value for a field that the provider does not have.</param>
    /// <param name="isExpected">Whether the user knows that a column is not used.</param>
    /// <param name="given">The fields that the command line gives. Columns for them are not reported.</param>
    /// <param name="quote">Formats a column name for the message; by default it is quoted.</param>
    public string? Take(IReadOnlyList<RowColumn> columns, IReadOnlySet<string> lost, Func<string, bool>? isExpected = null, IEnumerable<CustomerField>? given = null, Func<string, string>? quote = null)
    {
        var unused = columns.Where(column => (column.Use == ColumnUse.Unused || (column.Use == ColumnUse.LeftOut && lost.Contains(column.Name)))
            && !column.IsOwn && isExpected?.Invoke(column.Name) != true && _told.Add(column.Name)).ToList();
        if (unused.Count == 0)
            return null;
        var read = columns.Where(column => column.Use == ColumnUse.Read).Select(column => column.Meaning.Field).Concat(given ?? []).ToHashSet();
        List<string> proposals = [], leftOut = [], others = [];
        foreach (var column in unused)
        {
            var masked = PersonalText.Mask(column.Name);
            var name = quote?.Invoke(masked) ?? $"'{masked}'";
            if (column.Use == ColumnUse.LeftOut)
                leftOut.Add($"{name} ({column.Meaning.Field})");
            else if (ColumnProposals.For(column.Name) is { } field && !read.Contains(field))
                proposals.Add(RowMessages.DidYouMean(name, field));
            else
                others.Add(name);
        }

        if (others.Count > MostNames)
            others = [.. others.Take(MostNames), "…"];
        return string.Join(' ', new[]
        {
            proposals.Count == 0 ? null : RowMessages.ColumnsLikeFields(string.Join(' ', proposals)),
            leftOut.Count == 0 ? null : RowMessages.ColumnsLeftOut(provider, string.Join(", ", leftOut)),
            others.Count == 0 ? null : RowMessages.UnusedColumns(string.Join(", ", others)),
        }.OfType<string>());
    }
}
