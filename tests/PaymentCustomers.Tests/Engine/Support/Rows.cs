using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Rows of input, and what becomes of them before anything is sent.</summary>
internal static class Rows
{
    /// <summary>The least that Dots takes.</summary>
    public static readonly (string Column, string? Value)[] DotsPerson = [("FirstName", "Ana"), ("LastName", "Ruiz")];

    /// <summary>The least that OnePay takes.</summary>
    public static readonly (string Column, string? Value)[] OnePayPerson =
    [
        ("CustomerType", "natural"), ("FirstName", "Ana"), ("LastName", "Ruiz"), ("Email", "ana@example.co"),
        ("Phone", "+573001234567"), ("DocumentType", "CC"), ("DocumentNumber", "1060500333"),
    ];

    public static Draft Read(string provider, params (string Column, string? Value)[] cells) =>
        Reader(provider).Read(1, null, cells.Select(cell => cell.Column).ToArray(), cells.Select(cell => cell.Value).ToArray());

    public static RowReader Reader(string provider) => new(PaymentProviders.Get(provider), PaymentProviders.Names);

    /// <summary>A row as it would be sent, at the account "test" of the sandbox.</summary>
    public static PreparedDraft Prepare(string provider, params (string Column, string? Value)[] cells) =>
        Preparer(provider).Prepare(Read(provider, cells));

    public static DraftPreparer Preparer(string provider, bool ignoreUnsupported = false) =>
        new(PaymentProviders.Get(provider), new KeyScope(provider, PaymentEnvironment.Sandbox, "test"), ignoreUnsupported);

    /// <summary>The least that a provider takes, with some columns more or other.</summary>
    public static (string Column, string? Value)[] Least(string provider, params (string Column, string? Value)[] cells)
    {
        var columns = cells.Select(cell => cell.Column).ToHashSet(StringComparer.Ordinal);
        var least = provider == "Dots" ? DotsPerson : OnePayPerson;
        return [.. least.Where(cell => !columns.Contains(cell.Column)), .. cells];
    }

    public static PreparedDraft PrepareLeast(string provider, params (string Column, string? Value)[] cells) =>
        Prepare(provider, Least(provider, cells));

    /// <summary>The body of a row that can be sent.</summary>
    public static string Body(PreparedDraft draft)
    {
        Assert.Equal([], draft.Problems);
        return Encoding.UTF8.GetString(draft.Body.Span);
    }

    /// <summary>What is wrong with a row that cannot be sent.</summary>
    public static string[] Problems(PreparedDraft draft)
    {
        Assert.False(draft.IsValid);
        Assert.True(draft.Body.IsEmpty);
        Assert.Equal("", draft.Key);
        return [.. draft.Problems.Select(problem => problem.Message)];
    }

    /// <summary>What a value of a field becomes on its way to the provider that has the field.</summary>
    public static string? Sent(CustomerField field, string value)
    {
        var draft = PrepareLeast(ProviderWith(field), (field.ToString(), value));
        Assert.Equal([], draft.Problems);
        return draft.Values[(int)field];
    }

    /// <summary>The one thing that is wrong with a row for a value of a field.</summary>
    public static string Refusal(CustomerField field, string value)
    {
        var draft = PrepareLeast(ProviderWith(field), (field.ToString(), value));
        var problem = Assert.Single(draft.Problems);
        Assert.Equal(field.ToString(), problem.Field);
        Assert.Equal(PaymentErrorId.CustomerInvalid, problem.Id);
        return problem.Message;
    }

    /// <summary>A provider that has a field: OnePay where both have it.</summary>
    public static string ProviderWith(CustomerField field) =>
        field != CustomerField.MiddleName && PaymentProviders.Get("OnePay").Format[field] is not null ? "OnePay" : "Dots";
}
