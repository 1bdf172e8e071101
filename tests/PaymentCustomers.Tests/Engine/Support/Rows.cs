using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Rows of input, and what they become before anything is sent.</summary>
internal static class Rows
{
    /// <summary>The required fields of Dots.</summary>
    public static readonly (string Column, string? Value)[] DotsPerson = [("FirstName", "Ana"), ("LastName", "Ruiz")];

    /// <summary>The required fields of OnePay.</summary>
    public static readonly (string Column, string? Value)[] OnePayPerson =
    [
        ("CustomerType", "natural"), ("FirstName", "Ana"), ("LastName", "Ruiz"), ("Email", "ana@example.co"),
        ("Phone", "+573001234567"), ("DocumentType", "CC"), ("DocumentNumber", "1060500333"),
    ];

    public static Draft Read(string provider, params (string Column, string? Value)[] cells) =>
        Reader(provider).Read(1, null, cells.Select(cell => cell.Column).ToArray(), cells.Select(cell => cell.Value).ToArray());

    public static RowReader Reader(string provider) => new(PaymentProviders.Get(provider), PaymentProviders.Names);

    /// <summary>Prepares a row as for the account "test" of the sandbox.</summary>
    public static PreparedDraft Prepare(string provider, params (string Column, string? Value)[] cells) =>
        Preparer(provider).Prepare(Read(provider, cells));

    public static DraftPreparer Preparer(string provider, bool ignoreUnsupported = false) =>
        new(PaymentProviders.Get(provider), new KeyScope(provider, PaymentEnvironment.Sandbox, "test"), ignoreUnsupported);

    /// <summary>The required fields of a provider, with additional or different columns.</summary>
    public static (string Column, string? Value)[] Least(string provider, params (string Column, string? Value)[] cells)
    {
        var columns = cells.Select(cell => cell.Column).ToHashSet(StringComparer.Ordinal);
        var least = provider == "Dots" ? DotsPerson : OnePayPerson;
        return [.. least.Where(cell => !columns.Contains(cell.Column)), .. cells];
    }

    public static PreparedDraft PrepareLeast(string provider, params (string Column, string? Value)[] cells) =>
        Prepare(provider, Least(provider, cells));

    /// <summary>The body of a valid row.</summary>
    public static string Body(PreparedDraft draft)
    {
        Assert.Equal([], draft.Problems);
        return Encoding.UTF8.GetString(draft.Body.Span);
    }

    /// <summary>The problems of an invalid row.</summary>
    public static string[] Problems(PreparedDraft draft)
    {
        Assert.False(draft.IsValid);
        Assert.True(draft.Body.IsEmpty);
        Assert.Equal("", draft.Key);
        return [.. draft.Problems.Select(problem => problem.Message)];
    }

    /// <summary>The value of a field as it is sent to the provider that has the field.</summary>
    public static string? Sent(CustomerField field, string value)
    {
        var draft = PrepareLeast(ProviderWith(field), (field.ToString(), value));
        Assert.Equal([], draft.Problems);
        return draft.Values[(int)field];
    }

    /// <summary>The only problem of a row with this value of a field.</summary>
    public static string Refusal(CustomerField field, string value)
    {
        var draft = PrepareLeast(ProviderWith(field), (field.ToString(), value));
        var problem = Assert.Single(draft.Problems);
        Assert.Equal(field.ToString(), problem.Field);
        Assert.Equal(PaymentErrorId.CustomerInvalid, problem.Id);
        return problem.Message;
    }

    /// <summary>A provider that has a field: OnePay if both have it.</summary>
    public static string ProviderWith(CustomerField field) =>
        field != CustomerField.MiddleName && PaymentProviders.Get("OnePay").Format[field] is not null ? "OnePay" : "Dots";
}
