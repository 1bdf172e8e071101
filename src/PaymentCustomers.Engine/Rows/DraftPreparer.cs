using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Checks drafts and turns them into what would be sent, without sending anything. Safe for several threads.</summary>
/// <param name="provider">The provider that the drafts are for.</param>
/// <param name="scope">What keeps keys of different accounts apart; null where the account is not known, and no key is made.</param>
/// <param name="ignoreUnsupported">Whether fields that the provider does not have are left out instead of refused.</param>
/// <param name="phoneCheck">How certain it must be that a telephone number exists.</param>
internal sealed class DraftPreparer(
    PaymentProvider provider, KeyScope? scope, bool ignoreUnsupported = false, PhoneCheck phoneCheck = PhoneCheck.Valid)
{
    /// <summary>Checks a draft; finds every problem at once.</summary>
    public PreparedDraft Prepare(Draft draft)
    {
        var values = new string?[Draft.FieldCount];
        List<FieldProblem> problems = [.. draft.Problems];
        foreach (var rule in FieldCatalog.Span)
        {
            if (draft[rule.Field] is not { } value)
                continue;
            if (provider.Format[rule.Field] is not null)
                values[(int)rule.Field] = Check(rule, value, problems);
            else if (!ignoreUnsupported)
                problems.Add(new FieldProblem(rule.Name, PaymentErrorId.FieldUnsupported, ProviderMessages.FieldUnsupported(rule.Name, provider.Name)));
        }

        var check = new RowCheck { IsPhoneLenient = phoneCheck == PhoneCheck.Possible, Country = draft[CustomerField.Country] };
        provider.Format.Refine(values, problems, check);
        AddMissing(values, problems);
        if (problems.Count > 0)
            return new PreparedDraft(draft, values, problems.ConvertAll(problem => WithValue(draft, problem)), "", []);

        var content = provider.Format.Write(values);
        var key = values[(int)CustomerField.IdempotencyKey] ?? scope?.KeyOf(content);
        if (key is null)
            return new PreparedDraft(draft, values, problems, "", content) { Warnings = check.Warnings };
        values[(int)CustomerField.IdempotencyKey] = key;
        return new PreparedDraft(draft, values, problems, key, provider.Format.WriteWithKey(values, content)) { Warnings = check.Warnings };
    }

    /// <summary>The fields of a draft that the provider does not have.</summary>
    public IEnumerable<CustomerField> UnsupportedFields(Draft draft) =>
        from rule in FieldCatalog.All
        where draft[rule.Field] is not null && provider.Format[rule.Field] is null
        select rule.Field;

    private static FieldProblem WithValue(Draft draft, FieldProblem problem) =>
        Enum.TryParse<CustomerField>(problem.Field, out var field) && draft[field] is { } value
            ? problem with { Value = Mask.Value(field, value) }
            : problem;

    private static string? Check(FieldRule rule, string value, List<FieldProblem> problems)
    {
        var checkedValue = value;
        var problem = TextChecks.Problem(value, rule.MaxLength);
        if (problem is null)
            checkedValue = rule.Check(value, out problem);
        if (problem is null)
            return checkedValue;
        problems.Add(Problem(rule, value, problem));
        // A value that is wrong is still given: it must not be reported as missing too.
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
