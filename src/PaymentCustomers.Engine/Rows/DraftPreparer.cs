using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Checks drafts and converts them to request bodies, without sending anything. Safe for concurrent use.</summary>
/// <param name="provider">The provider that the drafts are for.</param>
/// <param name="scope">Separates the keys of different accounts; null if the account is not known, and then no key is computed.</param>
/// <param name="ignoreUnsupported">
/// Whether fields from the command line that the provider does not have are omitted instead of refused. Columns of such fields
/// are never read.
/// </param>
/// <param name="phoneCheck">How strictly telephone numbers are checked.</param>
internal sealed class DraftPreparer(
    PaymentProvider provider, KeyScope? scope, bool ignoreUnsupported = false, PhoneCheck phoneCheck = PhoneCheck.Valid)
{
    private const int LongestShown = 100;

    /// <summary>The date format, if it is not ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Whether an incomplete address is omitted. Otherwise its row is refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>Whether problems show values unmasked. Only for output at the user's own prompt.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>Gives the current date. Later dates of birth are rejected.</summary>
#pragma warning disable RS0030 // The default; the only use of the system clock.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Checks a draft and finds all its problems. An unexpected exception becomes a problem of the row, so that other rows continue.</summary>
    public PreparedDraft Prepare(Draft draft)
    {
        try
        {
            // A row that was not read completely says nothing about which fields are missing.
            return draft.Problems.FirstOrDefault(problem => problem.Id == PaymentErrorId.InternalError) is { } broken
                ? new PreparedDraft(draft, new string?[Draft.FieldCount], [broken], "", [])
                : TryPrepare(draft);
        }
        catch (Exception e)
        {
            return new PreparedDraft(draft, new string?[Draft.FieldCount], [RowErrors.Broken(e)], "", []);
        }
    }

    private PreparedDraft TryPrepare(Draft draft)
    {
        var values = new string?[Draft.FieldCount];
        List<FieldProblem> problems = [.. draft.Problems];
        foreach (var rule in FieldCatalog.Span)
        {
            if (draft[rule.Field] is not { } value)
                continue;
            if (provider.Format[rule.Field] is not null)
                values[(int)rule.Field] = Check(rule, value, problems);
            // The country is also needed to read the telephone number, and no part of a name may be lost.
            else if ((!ignoreUnsupported || FieldCatalog.IsName(rule.Field)) && (rule.Field != CustomerField.Country || draft.ColumnOf(rule.Field) is null))
                problems.Add(new FieldProblem(rule.Name, PaymentErrorId.FieldUnsupported, ProviderMessages.FieldUnsupported(rule.Name, provider.Name)));
        }

        PersonNames.Check(values, (field, problem) =>
        {
            if (!problems.Exists(known => known.Field == field.ToString()))
                problems.Add(Problem(FieldCatalog.Rule(field), values[(int)field]!, problem));
        });
        if (ReportLine.Find(draft) is { } line && !problems.Exists(known => known.Field == line.ToString()))
            problems.Add(Problem(FieldCatalog.Rule(line), values[(int)line] ?? draft[line]!, RowMessages.ReportLine));
        List<string> wrong = problems.ConvertAll(problem => problem.Field);
        if (draft.FullNameColumn is { } column)
        {
            problems.Add(new FieldProblem(nameof(CustomerField.FirstName), PaymentErrorId.CustomerInvalid, RowMessages.FullName(column)));
            wrong.AddRange([nameof(CustomerField.FirstName), nameof(CustomerField.LastName)]);
        }

        var found = problems.Count;
        var check = new RowCheck
        {
            IsPhoneLenient = phoneCheck == PhoneCheck.Possible,
            Country = draft[CustomerField.Country],
            LeavesIncompleteAddress = LeavesIncompleteAddress,
            IsChange = draft.Change is not null,
            HasWholeName = draft.HasWholeName,
        };
        provider.Format.Refine(values, problems, check);
        if (draft.Change is { } change)
            ChangeRules.Check(change, provider, values, problems);
        else
            AddMissing(values, problems);
        // If a field is wrong already, problems that follow from it are not reported as well.
        for (var i = problems.Count - 1; i >= found; i--)
        {
            if (wrong.Contains(problems[i].Field))
                problems.RemoveAt(i);
        }

        var warnings = check.Warnings.Count == 0 ? draft.Warnings : [.. draft.Warnings, .. check.Warnings];
        if (problems.Count > 0)
            return new PreparedDraft(draft, values, problems.ConvertAll(problem => Shown(draft, problem)), "", []) { Warnings = draft.Warnings };

        var content = draft.Change is null ? provider.Format.Write(values) : provider.Format.WriteChange(values, draft.Change.Cleared);
        var key = values[(int)CustomerField.IdempotencyKey] ?? scope?.KeyOf(draft.Change is null ? content : ChangeRules.Content(draft.Change, content));
        if (key is null)
            return new PreparedDraft(draft, values, problems, "", content) { Warnings = warnings };
        values[(int)CustomerField.IdempotencyKey] = key;
        // The key in a customer's body belongs to the create, so that a change does not contain it.
        var body = draft.Change is null ? provider.Format.WriteWithKey(values, content) : content;
        return new PreparedDraft(draft, values, problems, key, body) { Warnings = warnings };
    }

    /// <summary>The fields of a draft that the provider does not have.</summary>
    public IEnumerable<CustomerField> UnsupportedFields(Draft draft) =>
        from rule in FieldCatalog.All
        where draft[rule.Field] is not null && provider.Format[rule.Field] is null
        select rule.Field;

    /// <summary>
    /// A problem with its column and value, in the terms of the user's file: if the column's name is not the field's, the message uses the
    /// column's name. The value is masked unless values are shown.
    /// </summary>
    private FieldProblem Shown(Draft draft, FieldProblem problem)
    {
        if (!Enum.TryParse<CustomerField>(problem.Field, out var field))
            return problem;
        if (draft.ColumnOf(field) is { } column && ColumnNames.Fold(column) != ColumnNames.Fold(problem.Field) && !problem.Message.Contains($"'{column}'", StringComparison.Ordinal))
            problem = problem with { Message = RowMessages.InColumn(problem.Message, column.Trim()) };
        problem = problem with { Column = draft.ColumnOf(field)?.Trim() };
        if (draft[field] is not { } value)
            return problem;
        var masked = Mask.Value(field, value);
        if (!ShowsValues)
            return problem with { Value = masked };
        var shown = value.Length <= LongestShown ? value : value[..LongestShown] + "…";
        return problem with { Value = shown, Message = problem.Message.Replace($"'{masked}'", $"'{shown}'", StringComparison.Ordinal) };
    }

    private string? Check(FieldRule rule, string value, List<FieldProblem> problems)
    {
        var checkedValue = value;
        var problem = CellText.IsSpreadsheetError(value) ? FieldMessages.SpreadsheetError
            : rule.Type != WireType.Json && CellText.IsObject(value) ? FieldMessages.ObjectName
            : TextChecks.Problem(value, rule.MaxLength, rule.AllowsLines);
        if (problem is null)
        {
            checkedValue = rule.Field == CustomerField.BirthDate
                ? new BirthDates(DateFormat, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)).Read(value, out problem)
                : rule.Check(value, out problem);
        }

        if (problem is null)
            return checkedValue;
        problems.Add(Problem(rule, value, problem));
        // A wrong value is still given, and must not be reported as missing too.
        return value;
    }

    private static FieldProblem Problem(FieldRule rule, string value, string problem) =>
        new(rule.Name, PaymentErrorId.CustomerInvalid, FieldMessages.FieldProblem(rule.Name, Mask.Value(rule.Field, value), problem));

    private void AddMissing(string?[] values, List<FieldProblem> problems)
    {
        foreach (var rule in FieldCatalog.Span)
        {
            if (provider.Format[rule.Field] is { IsRequired: true } && values[(int)rule.Field] is null)
                problems.Add(new FieldProblem(rule.Name, PaymentErrorId.CustomerInvalid, RowMessages.FieldMissing(rule.Name, provider.Name)));
        }
    }
}
