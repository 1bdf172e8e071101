using System.Text.Json;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Combines the cells of one row to the fields of a draft: which of several columns wins, and which cells belong together.</summary>
/// <param name="provider">The provider that the drafts are for.</param>
internal sealed class RowParts(PaymentProvider provider)
{
    private readonly RowColumn?[] _takenFrom = new RowColumn?[Draft.FieldCount];
    private readonly List<(RowColumn Column, CustomerField Field, string Text)> _address = [];
    private readonly Dictionary<ColumnRole, (RowColumn Column, string Text)> _roles = [];
    private readonly SortedDictionary<string, string> _members = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<CustomerField, string?>? _given;
    private Draft _draft = null!;

    /// <summary>Starts a row. The state of the previous row is cleared.</summary>
    public void Begin(Draft draft, IReadOnlyDictionary<CustomerField, string?>? given)
    {
        (_draft, _given) = (draft, given);
        Array.Clear(_takenFrom);
        _address.Clear();
        _roles.Clear();
        _members.Clear();
    }

    /// <summary>Whether the command line gives a field.</summary>
    public bool IsGiven(CustomerField field) => _given?.ContainsKey(field) == true;

    /// <summary>Adds a member of the metadata.</summary>
    public void TakeMember(string name, string text) => _members[name] = text;

    /// <summary>Adds a cell.</summary>
    public void Take(RowColumn column, string text)
    {
        if (column.IsAddress)
            _address.Add((column, column.Meaning.Field, text));
        else if (column.Meaning.Role == ColumnRole.Field)
            Take(column, column.Meaning.Field, text);
        else
            _roles.TryAdd(column.Meaning.Role, (column, text));
    }

    /// <summary>Adds a cell with a JSON object or array.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The cell.</param>
    /// <param name="isMissed">Whether the content of this column is missing from all other columns.</param>
    /// <returns>False if the cell contains neither.</returns>
    public bool TryNested(RowColumn column, string text, Func<bool> isMissed)
    {
        if (NestedValue.Parse(text) is not { } json)
            return false;
        var isAddress = NestedValue.IsAddress(column.Name);
        string? unknown = null;
        foreach (var (path, value) in NestedValue.Leaves(json, column.Name))
        {
            if (isAddress && NestedValue.AddressField(path) is { } field)
            {
                if ((column.Use != ColumnUse.LeftOut || field == Country) && Text.CellText.Clean(value) is { } clean)
                    _address.Add((column, field, clean));
            }
            else if (column.Use != ColumnUse.LeftOut && (isAddress || column.Use == ColumnUse.Read || NestedValue.LooksLikeField(path) || isMissed()))
            {
                unknown ??= path;
            }
        }

        // If the command line gives the field, this problem is removed again.
        if (unknown is not null)
        {
            var nearest = column.Use == ColumnUse.Read ? column.Meaning.Field.ToString() : isAddress ? nameof(AddressLine1) : "";
            AddProblem(nearest, RowMessages.NestedValue(column.Name, unknown));
        }

        return true;
    }

    /// <summary>Reports that the value of a column could not be read. If another column gives the field, it is only a warning.</summary>
    public void Refuse(RowColumn column, CustomerField field, string problem)
    {
        if (IsGiven(field))
            return;
        if (_takenFrom[(int)field] is { } taken && Order(taken) < Order(column))
            _draft.Warn(RowMessages.ColumnNotTaken(column.Name, taken.Name, field));
        else
            AddProblem(field.ToString(), RowMessages.ColumnProblem(column.Name, problem));
    }

    /// <summary>Ends the row: decides what depends on several cells.</summary>
    public void End()
    {
        TakeAddress();
        JoinSurname();
        if (_given is not null)
        {
            foreach (var (field, value) in _given)
                _draft.Give(field, value);
        }

        AddCheckDigit();
        if (_members.Count > 0 && !IsGiven(Metadata))
            _draft[Metadata] = Join(_draft[Metadata]);
        TakeEmployer();
        TakeFullName();
    }

    private void Take(RowColumn column, CustomerField field, string text)
    {
        if (IsGiven(field))
            return;
        if (_takenFrom[(int)field] is not { } earlier)
        {
            Set(column, field, text);
            return;
        }

        var taken = _draft[field]!;
        if (IsSame(field, taken, text))
        {
            // The longer number includes the calling code.
            if (field == Phone && text.Length > taken.Length)
                Set(column, field, text);
            return;
        }

        var goesFirst = Order(column) < Order(earlier);
        var (winner, loser) = goesFirst ? (column, earlier) : (earlier, column);
        if (goesFirst)
            Set(column, field, text);
        if (loser.Meaning.IsFallback)
            return;
        if (Order(winner) == Order(loser))
            AddProblem(field.ToString(), RowMessages.ColumnsDisagree(field, winner.Name, loser.Name));
        else
            _draft.Warn(RowMessages.ColumnNotTaken(loser.Name, winner.Name, field));
    }

    private void Set(RowColumn column, CustomerField field, string text)
    {
        _takenFrom[(int)field] = column;
        _draft.Take(field, text, column.Name);
    }

    private static int Order(RowColumn column) => (column.Meaning.Rank * 2) + (column.Meaning.IsFallback ? 1 : 0);

    private static bool IsSame(CustomerField field, string one, string other)
    {
        if (field == Email)
            return one.Equals(other, StringComparison.OrdinalIgnoreCase);
        if (field != Phone)
            return one == other;
        var (first, second) = (Digits(one), Digits(other));
        return first.Length >= 7 && second.Length >= 7 && (first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal));

        static string Digits(string text) => text.Any(char.IsLetter) ? "" : string.Concat(text.Where(char.IsAsciiDigit));
    }

    /// <summary>A file may have several addresses. All parts of a customer's address must come from the same one.</summary>
    private void TakeAddress()
    {
        if (_address.Count == 0)
            return;
        var withStreet = _address.Where(part => part.Field == AddressLine1).Select(part => (int?)part.Column.Meaning.Rank).Min();
        var rank = withStreet ?? _address.Min(part => part.Column.Meaning.Rank);
        foreach (var (column, field, text) in _address)
        {
            if (column.Meaning.Rank == rank)
                Take(column, field, text);
        }

        var first = _address.Find(part => part.Column.Meaning.Rank == rank).Column;
        foreach (var (column, field, text) in _address)
        {
            if (column.Meaning.Rank == rank || _draft[field] == text || IsGiven(field))
                continue;
            if (field == Country && _takenFrom[(int)Country] is null)
                Take(column, field, text);
            else
                _draft.Warn(RowMessages.OtherAddress(column.Name, first.Name));
        }
    }

    private void JoinSurname()
    {
        if (IsGiven(LastName) || !_roles.TryGetValue(ColumnRole.SecondSurname, out var second))
            return;
        var first = _draft[LastName];
        if (first is not null && (first == second.Text || first.EndsWith($" {second.Text}", StringComparison.Ordinal)))
            return;
        _draft.Take(LastName, first is null ? second.Text : $"{first} {second.Text}", _takenFrom[(int)LastName]?.Name ?? second.Column.Name);
    }

    /// <summary>Appends the check digit of a NIT from its own column. Other documents have none, so that the column is ignored for them.</summary>
    private void AddCheckDigit()
    {
        if (IsGiven(DocumentNumber) || !_roles.TryGetValue(ColumnRole.CheckDigit, out var digit) || _draft[DocumentNumber] is not { } number || !IsCompany())
            return;
        var bare = digit.Text.TrimStart('-').Trim();
        if (bare.EndsWith(".0", StringComparison.Ordinal))
            bare = bare[..^2];
        if (!number.Contains('-', StringComparison.Ordinal))
            _draft.Take(DocumentNumber, $"{number}-{bare}", _takenFrom[(int)DocumentNumber]?.Name ?? digit.Column.Name);
        else if (!number.EndsWith($"-{bare}", StringComparison.Ordinal) && !number.EndsWith($"- {bare}", StringComparison.Ordinal))
            AddProblem(nameof(DocumentNumber), RowMessages.ColumnsDisagree(DocumentNumber, _takenFrom[(int)DocumentNumber]?.Name ?? "", digit.Column.Name));
    }

    /// <summary>A company column next to a person's name is the person's employer, unless the row's document is a company's.</summary>
    private void TakeEmployer()
    {
        if (!_roles.TryGetValue(ColumnRole.Employer, out var employer) || IsGiven(BusinessName) || _draft[BusinessName] == employer.Text)
            return;
        var isPerson = _draft[FirstName] is not null || _draft[LastName] is not null;
        if (_draft[BusinessName] is null && (!isPerson || IsCompany()) && provider.Format[BusinessName] is not null)
            _draft.Take(BusinessName, employer.Text, employer.Column.Name);
        else
            _draft.Warn(RowMessages.EmployerNotTaken(employer.Column.Name));
    }

    private void TakeFullName()
    {
        if (!_roles.TryGetValue(ColumnRole.FullName, out var name) || _draft[BusinessName] is not null)
            return;
        var (first, last) = (_draft[FirstName], _draft[LastName]);
        if (first is null && last is null)
        {
            if (IsCompany() && provider.Format[BusinessName] is not null)
                _draft.Take(BusinessName, name.Text, name.Column.Name);
            else if (provider.Format.TakesFullName)
                TakeWholeName(name.Text, name.Column.Name);
            else
                _draft.FullNameColumn = name.Column.Name;
        }
        // If one part of the name is given, the full name determines the other part. If the full name does not contain that part, it is the other part.
        else if (first is null && !IsGiven(FirstName))
        {
            _draft.Take(FirstName, Without(name.Text, last!), name.Column.Name);
        }
        else if (last is null && !IsGiven(LastName) && name.Text.StartsWith($"{first} ", StringComparison.OrdinalIgnoreCase))
        {
            _draft.Take(LastName, name.Text[first!.Length..].Trim(), name.Column.Name);
        }
    }

    private static string Without(string whole, string last) =>
        whole.EndsWith($" {last}", StringComparison.OrdinalIgnoreCase) ? whole[..^last.Length].Trim() : whole;

    private void TakeWholeName(string name, string column)
    {
        _draft.Take(FirstName, name, column);
        _draft.HasWholeName = true;
    }

    private bool IsCompany()
    {
        if (_draft[DocumentType] is { } document && provider.Format[DocumentType] is not null)
            return DocumentKinds.Find(document) == "NIT";
        return _draft[CustomerType] is { } type && provider.Format[CustomerType] is not null && FieldChecks.CustomerType(type, out _) == "company";
    }

    private string Join(string? json)
    {
        if (json is null)
            return JsonSerializer.Serialize(_members, RowJson.Default.SortedDictionaryStringString);
        var sound = FieldChecks.Metadata(json, out var problem);
        // The field's own check reports the problem again.
        if (problem is not null)
            return json;
        var all = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(sound);
        foreach (var member in document.RootElement.EnumerateObject())
            all[member.Name] = member.Value;

        foreach (var (name, value) in _members)
            all[name] = JsonSerializer.SerializeToElement(value, RowJson.Default.String);
        return JsonSerializer.Serialize(all, RowJson.Default.SortedDictionaryStringJsonElement);
    }

    private void AddProblem(string field, string message) => _draft.AddProblem(new FieldProblem(field, PaymentErrorId.CustomerInvalid, message));
}
