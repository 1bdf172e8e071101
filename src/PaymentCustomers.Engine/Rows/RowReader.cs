using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Converts rows (column names and texts) to drafts. Not safe for concurrent use.</summary>
/// <param name="provider">The provider that the drafts are for.</param>
/// <param name="providers">The names of all providers. A column "Provider" with any other text is the user's own.</param>
/// <param name="map">The user's mapping of columns; null if there is none.</param>
/// <param name="translated">The fields for which the user says what cells mean. A dash in their columns may have a meaning.</param>
internal sealed class RowReader(PaymentProvider provider, IEnumerable<string> providers, ColumnMap? map = null, IEnumerable<CustomerField>? translated = null)
{
    private const int LongestMember = 4096;

    private readonly string[] _providers = [.. providers];
    private readonly HashSet<CustomerField> _dashCounts = [CustomerField.EnableNotifications, CustomerField.Metadata, .. translated ?? []];
    private readonly ColumnNews _news = new(provider.Name);
    private readonly RowParts _parts = new(provider);
    private string[] _names = [];
    private RowColumn[] _columns = [];
    private readonly HashSet<string> _nested = [];
    private readonly HashSet<string> _lost = [];
    private readonly Dictionary<string, bool> _missed = [];
    private bool _isNew;

    /// <summary>The columns of the last row.</summary>
    public IReadOnlyList<RowColumn> Columns => _columns;

    /// <summary>Whether the last row has any column of a customer.</summary>
    public bool HasUsableColumn => _columns.Any(column => column.IsUsable);

    /// <summary>
    /// The unused columns of the last row. If a file has no header, these names are a customer's data, so that they are masked like
    /// any text.
    /// </summary>
    public IEnumerable<string> UnusedColumns =>
        _columns.Where(column => column.Use is ColumnUse.Unused or ColumnUse.LeftOut && !column.IsOwn).Select(column => PersonalText.Mask(column.Name));

    /// <summary>Whether <see cref="TakeNews"/> may have a message.</summary>
    public bool HasNews => _isNew;

    /// <summary>A message about columns that was not shown before; null if there is none.</summary>
    /// <param name="isExpected">Whether the user knows that a column is not used.</param>
    /// <param name="given">The fields that the command line gives.</param>
    /// <param name="quote">Formats a column name for the message.</param>
    public string? TakeNews(Func<string, bool>? isExpected = null, IEnumerable<CustomerField>? given = null, Func<string, string>? quote = null)
    {
        if (!_isNew)
            return null;
        _isNew = false;
        // A column with a nested address is used, whatever its name is.
        return _news.Take(_columns, _lost, name => _nested.Contains(name) || isExpected?.Invoke(name) == true, given, quote);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row number in the input, from 1.</param>
    /// <param name="source">The row object, so that errors can refer to it.</param>
    /// <param name="names">The column names.</param>
    /// <param name="values">The texts, one per column name.</param>
    /// <param name="given">The values from the command line. They override the columns, which are not read.</param>
    public Draft Read(long row, object? source, ReadOnlySpan<string> names, ReadOnlySpan<string?> values, IReadOnlyDictionary<CustomerField, string?>? given = null)
    {
        if (!names.SequenceEqual(_names))
            Learn(names);

        var draft = new Draft(row, source) { IsBlank = true };
        _parts.Begin(draft, given);
        string? otherProvider = null;
        for (var i = 0; i < _columns.Length; i++)
        {
            var cell = values[i] is { } value ? FormulaArmour.TakeOff(value) : null;
            var column = _columns[i];
            if (CellText.Clean(cell) is not { } text || (CellText.IsDash(text) && IsNoneWithDash(column)))
                continue;
            draft.IsBlank = false;
            if (column.Use == ColumnUse.LeftOut && _lost.Add(column.Name))
                _isNew = true;
            if (text[0] is '{' or '[' && IsNested(column, text))
                continue;

            switch (column.Use)
            {
                case ColumnUse.Read:
                    // What is removed from other cells may be part of a JSON text.
                    _parts.Take(column, column.Meaning.Field == CustomerField.Metadata ? cell!.Trim() : text);
                    break;
                case ColumnUse.MetadataMember:
                    if ((CellText.IsSpreadsheetError(text) ? FieldMessages.SpreadsheetError
                        : CellText.IsObject(text) ? FieldMessages.ObjectName
                        : TextChecks.Problem(text, LongestMember, allowsLines: true)) is { } problem)
                        draft.AddProblem(new FieldProblem(nameof(CustomerField.Metadata), PaymentErrorId.CustomerInvalid, RowMessages.ColumnProblem(column.Name, problem)));
                    _parts.TakeMember(column.Member!, text);
                    break;
                case ColumnUse.Provider:
                    otherProvider = _providers.Contains(text, StringComparer.OrdinalIgnoreCase) && !provider.Name.Equals(text, StringComparison.OrdinalIgnoreCase) ? text : null;
                    break;
                case ColumnUse.RejectState:
                    draft.IsDoubtful = RejectColumns.IsDoubtful(text);
                    break;
                case ColumnUse.RejectTime:
                    draft.DoubtfulSince = RejectColumns.ReadTime(text);
                    break;
            }
        }

        _parts.End();
        // A key means that the create was requested before. If it was requested from another provider, the key is not valid here.
        if (otherProvider is not null && given?.ContainsKey(CustomerField.IdempotencyKey) != true)
            draft[CustomerField.IdempotencyKey] = null;
        return draft;
    }

    /// <summary>Reports that the value of a column could not be read. Ignored for a column that has nothing to do with customers.</summary>
    /// <param name="draft">The draft of the row.</param>
    /// <param name="column">The name of a column of the last row.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that starts with the column's name.</param>
    public void Refuse(Draft draft, string column, string problem)
    {
        draft.IsBlank = false;
        if (Array.Find(_columns, other => other.Name == column) is not { } known)
            return;
        if (known.IsUsable)
            _parts.Refuse(known, known.Use == ColumnUse.Read ? known.Meaning.Field : CustomerField.Metadata, problem);
        else if (IsMissed(known))
            draft.AddProblem(new FieldProblem("", PaymentErrorId.CustomerInvalid, RowMessages.ColumnProblem(column, problem)));
    }

    // A separate method, because otherwise its closure would be allocated for every cell.
    private bool TryNested(RowColumn column, string text)
    {
        if (column is { Use: ColumnUse.MetadataMember } or { Meaning.Field: CustomerField.Metadata } || !_parts.TryNested(column, text, () => IsMissed(column)))
            return false;
        if (NestedValue.IsAddress(column.Name) && column.Use != ColumnUse.LeftOut)
            _nested.Add(column.Name);
        return true;
    }

    // In a column of yes and no, "[ ]" is a box that is not checked, and no empty list: it would mean that messages are sent.
    private bool IsNested(RowColumn column, string text) => column.Meaning.Field != CustomerField.EnableNotifications
        && (TryNested(column, text) || (column.Meaning.Field == CustomerField.Metadata && IsEmptyList(text)));

    // PHP writes metadata without members as a list.
    private static bool IsEmptyList(string text) => text[0] == '[' && text[^1] == ']' && string.IsNullOrWhiteSpace(text[1..^1]);

    // "Not given" would mean that the provider writes to the customer. In metadata, a dash may have a meaning.
    private bool IsNoneWithDash(RowColumn column) => column.Use != ColumnUse.MetadataMember && !_dashCounts.Contains(column.Meaning.Field);

    /// <summary>Whether an unknown column looks like a field that no other column contains.</summary>
    private bool IsMissed(RowColumn column)
    {
        if (column.Use != ColumnUse.Unused)
            return false;
        if (!_missed.TryGetValue(column.Name, out var isMissed))
            _missed[column.Name] = isMissed = ColumnProposals.For(column.Name) is { } field && !_columns.Any(other => other.Use == ColumnUse.Read && other.Meaning.Field == field);
        return isMissed;
    }

    private void Learn(ReadOnlySpan<string> names)
    {
        _names = names.ToArray();
        _columns = Array.ConvertAll(_names, name => map?.Find(name) ?? RowColumn.Of(name, provider));
        if (map is not null)
            LeaveOthersOut(map);
        _missed.Clear();
        _isNew = true;
    }

    /// <summary>If the user maps a column to a field, other columns are not used for that field.</summary>
    private void LeaveOthersOut(ColumnMap map)
    {
        var said = _columns.Where(column => column.Use == ColumnUse.Read && map.Has(column.Name)).Select(column => column.Meaning.Field).ToHashSet();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { Use: ColumnUse.Read, Meaning.Role: ColumnRole.Field } column && said.Contains(column.Meaning.Field) && !map.Has(column.Name))
                _columns[i] = new RowColumn(column.Name, ColumnUse.Ignored);
        }
    }
}
