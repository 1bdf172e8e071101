using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Reads a whole file before anything of it is sent. Checks whether it can be imported, and which rows have which problems.</summary>
/// <param name="settings">The settings of the import.</param>
/// <param name="connection">The connection that the import would use.</param>
/// <param name="reader">Reads the rows.</param>
/// <param name="preparer">Checks the rows.</param>
internal sealed class Preflight(ImportSettings settings, PaymentConnection connection, RowReader reader, DraftPreparer preparer)
{
    private const int NamesShown = 10;

    private readonly PaymentProvider _provider = PaymentProviders.Get(connection.Provider);
    private readonly ProblemKinds _problems = new();
    private readonly RowWarnings _warnings = new();
    private readonly PackedSet _keys = new();
    private readonly SortedSet<CustomerField> _leftOut = [];
    private long? _rowBehindTitles;
    private long _rows;
    private long _valid;
    private long _otherShard;
    private long _duplicates;
    private long _doubtful;
    private long _notified;

    /// <summary>Checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="given">Values for all rows.</param>
    /// <param name="cancellation">Cancels the check.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: the file cannot be imported.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public PaymentImportCheck Check(InputFile file, IReadOnlyDictionary<CustomerField, string> given, CancellationToken cancellation)
    {
        using var table = file.Read();
        CheckHeader(table.Columns, file.Path);
        _rowBehindTitles = table.RowBehindTitles;
        var identities = new RowIdentities(_provider, settings.Run);
        var source = new DraftSource(table, reader, settings.Map, given);
        foreach (var prepared in new PreparedRows(source, preparer).All())
        {
            cancellation.ThrowIfCancellationRequested();
            Check(prepared, identities);
        }

        if (_rows == 0)
            throw InputErrors.Of(ImportMessages.NoRows(file.Path));
        return new PaymentImportCheck
        {
            Path = file.Path,
            Provider = connection.Provider,
            Environment = connection.Environment,
            Account = connection.Account,
            Rows = _rows,
            BlankRows = source.Blank,
            Valid = _valid,
            OtherShard = _otherShard,
            Duplicates = _duplicates,
            Doubtful = _doubtful,
            Notified = _notified,
            LeastSeconds = settings.Run.RateLimit is { } rate ? Math.Ceiling((double)_valid / rate) : null,
            // Arrays, because PowerShell cannot index the list type that the compiler generates.
            Columns = Columns(given).ToArray(),
            Problems = _problems.All,
            Warnings = Warnings(file, source, given).ToArray(),
        };
    }

    private void Check(PreparedDraft prepared, RowIdentities identities)
    {
        var draft = prepared.Draft;
        _rows++;
        if (settings.IgnoresUnsupported)
            _leftOut.UnionWith(preparer.UnsupportedFields(draft));
        KeyHash? same = null;
        // The run also compares rows of other shards.
        var problem = prepared.IsValid ? identities.Check(prepared, out same) : null;
        if (settings.Run.Shard?.Has(prepared, same) == false)
        {
            _otherShard++;
            return;
        }

        _warnings.Add(prepared);
        if (draft.IsDoubtful)
            _doubtful++;
        if (!prepared.IsValid)
        {
            _problems.Add(draft, prepared.Problems);
            return;
        }

        if (problem is not null)
        {
            _problems.Add(draft, [problem]);
            return;
        }

        if (same is not null || !_keys.Add(prepared.Key))
        {
            if (same is null && RowIdentities.IsNameOnly(prepared))
            {
                _problems.Add(draft, [RowIdentities.NameOnly]);
                return;
            }

            _duplicates++;
        }
        else if (_provider.Format[CustomerField.EnableNotifications] is not null && prepared.Values[(int)CustomerField.EnableNotifications] != "false")
        {
            // OnePay sends messages to customers by default, unless the row says otherwise.
            _notified++;
        }

        _valid++;
    }

    private IEnumerable<string> Warnings(InputFile file, DraftSource source, IReadOnlyDictionary<CustomerField, string> given)
    {
        if (file.Note is { } note)
            yield return note;
        if (_rowBehindTitles is { } row)
            yield return ImportMessages.HeaderFound(row);
        if (reader.TakeNews(RejectColumns.IsOwn, given.Keys, ColumnText.Quoted) is { } news)
            yield return news;
        if (source.Blank > 0)
            yield return RowMessages.BlankRows(source.Blank);
        foreach (var warning in _warnings.All)
            yield return warning;
        if (_leftOut.Count > 0)
            yield return ImportMessages.FieldsLeftOut(_provider.Name, _leftOut);
    }

    private IEnumerable<PaymentImportColumn> Columns(IReadOnlyDictionary<CustomerField, string> given)
    {
        var read = reader.Columns.Where(column => column.Use == ColumnUse.Read).Select(column => column.Meaning.Field).Concat(given.Keys).ToHashSet();
        foreach (var column in reader.Columns.Where(column => !column.IsOwn))
        {
            var isUnused = column.Use is ColumnUse.Unused or ColumnUse.LeftOut or ColumnUse.Ignored;
            // If a file has no header, its first row, which is a customer's data, is taken for column names.
            var name = isUnused ? PersonalText.Mask(column.Name.Trim()) : column.Name.Trim();
            var proposal = column.Use == ColumnUse.Unused && ColumnProposals.For(column.Name) is { } field && !read.Contains(field) ? field.ToString() : null;
            yield return new PaymentImportColumn(name, column.Use switch
            {
                ColumnUse.Read when column.Meaning.Role == ColumnRole.FullName => null,
                ColumnUse.Read => column.Meaning.Field.ToString(),
                ColumnUse.MetadataMember => $"metadata.{column.Member}",
                _ => null,
            }, proposal);
        }
    }

    private void CheckHeader(string[] columns, string path)
    {
        if (columns.Length == 0)
            throw InputErrors.Of(ImportMessages.Empty(path), ImportMessages.EmptyAction);
        if (CreatedFile.IsMadeOf(columns))
            throw InputErrors.Of(ImportMessages.IsResults(path), ImportMessages.IsResultsAction(columns[^2].Trim(), columns[^1].Trim()));
        // Columns without a name are left behind by spreadsheets. They may occur several times.
        var twice = columns.Select(column => column.Trim()).Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw InputErrors.Of(ImportMessages.ColumnTwice(path, ColumnText.Quoted(twice.Key)), ImportMessages.ColumnTwiceAction);
        if (settings.Map.Columns.Keys.FirstOrDefault(name => !columns.Any(column => column.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))) is { } missing)
            throw InputErrors.Of(ImportMessages.NoMappedColumn(path, ColumnText.Quoted(missing)), ImportMessages.NoMappedColumnAction);
        reader.Read(0, null, columns, new string?[columns.Length]);
        if (!reader.HasUsableColumn)
            throw NoUsableColumn(columns);
    }

    private PaymentException NoUsableColumn(string[] columns)
    {
        var names = columns.Take(NamesShown).Select(name => ColumnText.Quoted(PersonalText.Mask(name)));
        return InputErrors.Of(ImportMessages.NoUsableColumn(string.Join(", ", columns.Length > NamesShown ? names.Append("…") : names)), Cure(columns));
    }

    private string Cure(string[] columns)
    {
        if (columns.Any(column => column.Contains('\0', StringComparison.Ordinal)))
            return ReadingMessages.Utf16Action(settings.Spell(nameof(ImportSettings.Encoding)));
        var naming = ImportMessages.HeaderAction(settings.Spell(nameof(ImportSettings.Map)));
        return columns.Length == 1 ? $"{naming} {ImportMessages.DelimiterAction(settings.Spell(nameof(ImportSettings.Delimiter)))}" : naming;
    }
}
