using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Makes drafts of rows: names of columns and their texts. Not for use by several threads at once.</summary>
/// <param name="provider">The provider that the drafts are for.</param>
internal sealed class RowReader(string provider)
{
    private const int LongestMember = 4096;

    // What our own objects say besides the fields: nobody takes it for one.
    private static readonly string[] OwnColumns =
    [
        nameof(PaymentCustomerResult.Row), nameof(PaymentCustomerResult.Outcome), nameof(PaymentCustomerResult.FromJournal),
        nameof(PaymentCustomer.Id), nameof(PaymentCustomer.Name), nameof(PaymentCustomer.Created), nameof(PaymentCustomer.Updated),
    ];

    private readonly string?[] _columnOf = new string?[Draft.FieldCount];
    private string[] _names = [];
    private Column[] _columns = [];

    private enum ColumnKind
    {
        Unused,
        Field,
        MetadataMember,
        Provider,
    }

    /// <summary>Whether the columns that were read last hold any field of a customer.</summary>
    public bool HasUsableColumn => _columns.Any(column => column.Kind is ColumnKind.Field or ColumnKind.MetadataMember);

    /// <summary>
    /// The columns that were read last and hold no field of a customer. Of a file without a header they are a customer's
    /// own data, masked here as in any text.
    /// </summary>
    public IEnumerable<string> UnusedColumns =>
        _columns.Where(column => column.Kind == ColumnKind.Unused && !OwnColumns.Contains(column.Name, StringComparer.OrdinalIgnoreCase)).Select(column => PersonalText.Mask(column.Name));

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row's place in the input, from 1.</param>
    /// <param name="source">The row itself, for errors to point at.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="values">The texts, one per name.</param>
    public Draft Read(long row, object? source, ReadOnlySpan<string> names, ReadOnlySpan<string?> values)
    {
        if (!names.SequenceEqual(_names))
            Learn(names);

        var draft = new Draft(row, source);
        Dictionary<string, string>? members = null;
        var isOfOtherProvider = false;
        Array.Clear(_columnOf);
        for (var i = 0; i < _columns.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(values[i]))
                continue;
            var column = _columns[i];
            switch (column.Kind)
            {
                case ColumnKind.Field:
                    Take(draft, column, values[i]!);
                    break;
                case ColumnKind.MetadataMember:
                    if (TextChecks.Problem(values[i]!, LongestMember, allowsLines: true) is { } problem)
                        draft.AddProblem(new FieldProblem(nameof(CustomerField.Metadata), PaymentErrorId.CustomerInvalid, RowMessages.ColumnProblem(column.Name, problem)));
                    (members ??= new(StringComparer.Ordinal))[column.Member!] = values[i]!.Trim();
                    break;
                case ColumnKind.Provider:
                    isOfOtherProvider = !provider.Equals(values[i]!.Trim(), StringComparison.OrdinalIgnoreCase);
                    break;
            }
        }

        if (members is not null)
            draft[CustomerField.Metadata] = Join(draft[CustomerField.Metadata], members);
        // A key says that a create was already asked for; of another provider, it says so of another customer.
        if (isOfOtherProvider)
            draft[CustomerField.IdempotencyKey] = null;
        return draft;
    }

    /// <summary>Notes that the value of a column could not be read; nobody minds where the column is no field of a customer.</summary>
    /// <param name="draft">The draft of the row.</param>
    /// <param name="column">The column's name, as it was read last.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the column.</param>
    public void Refuse(Draft draft, string column, string problem)
    {
        var known = Array.Find(_columns, other => other.Name == column);
        if (known.Kind is ColumnKind.Field or ColumnKind.MetadataMember)
        {
            var field = known.Kind == ColumnKind.Field ? known.Field : CustomerField.Metadata;
            draft.AddProblem(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, RowMessages.ColumnProblem(column, problem)));
        }
    }

    private static string Join(string? json, Dictionary<string, string> members)
    {
        var all = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (json is not null)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                foreach (var member in document.RootElement.EnumerateObject())
                    all[member.Name] = member.Value.Clone();
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // The field's own check says what is wrong with it.
                return json;
            }
        }

        foreach (var (name, value) in members)
            all[name] = JsonSerializer.SerializeToElement(value, RowJson.Default.String);
        return JsonSerializer.Serialize(all, RowJson.Default.SortedDictionaryStringJsonElement);
    }

    private void Learn(ReadOnlySpan<string> names)
    {
        _names = names.ToArray();
        _columns = Array.ConvertAll(_names, name =>
        {
            if (ColumnNames.Field(name) is { } field)
                return new Column(name, ColumnKind.Field, field);
            if (ColumnNames.MetadataMember(name) is { } member)
                return new Column(name, ColumnKind.MetadataMember, Member: member);
            return new Column(name, ColumnNames.IsProvider(name) ? ColumnKind.Provider : ColumnKind.Unused);
        });
    }

    /// <summary>Two columns for one field are common (Phone and Mobile); two values for it are a question.</summary>
    private void Take(Draft draft, Column column, string value)
    {
        var earlier = _columnOf[(int)column.Field];
        if (earlier is null)
        {
            draft[column.Field] = value;
            _columnOf[(int)column.Field] = column.Name;
        }
        else if (draft[column.Field] != value.Trim())
        {
            draft.AddProblem(new FieldProblem(
                column.Field.ToString(), PaymentErrorId.CustomerInvalid, RowMessages.ColumnsDisagree(column.Field, earlier, column.Name)));
        }
    }

    private readonly record struct Column(string Name, ColumnKind Kind, CustomerField Field = default, string? Member = null);
}
