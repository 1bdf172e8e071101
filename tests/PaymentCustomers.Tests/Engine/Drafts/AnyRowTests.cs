using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Text;
using PaymentCustomers.Tests.Engine.Support;
using PaymentCustomers.Tests.Providers;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Tests of arbitrary rows. A row is refused with the name of the wrong field or column, or its body meets the provider's
/// contract and reads back as the values that were sent; sending these values again makes the same body.</summary>
/// <remarks>The rows are the same in every run. If the environment variable PAYMENT_CUSTOMERS_ROWS has a number, that many other
/// rows are tried, and a failing row is reduced to the smallest one that fails.</remarks>
public sealed class AnyRowTests
{
    private const int Few = 10_000;

    private static readonly TimeProvider Clock = new TestClock();

    private static readonly int? Many =
        int.TryParse(Environment.GetEnvironmentVariable("PAYMENT_CUSTOMERS_ROWS"), CultureInfo.InvariantCulture, out var rows) ? rows : null;

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void Any_row_is_refused_with_the_name_of_its_column_or_has_a_valid_body_that_reads_back_the_same(string provider)
    {
        var rows = AnyRow.For(provider);
        var contract = new PublishedContract(provider);
        var valid = 0;

        if (Many is { } count)
        {
            rows.Sample(row => Count(Check(provider, contract, row)), iter: count, threads: 2, print: Show);
        }
        else
        {
            for (uint i = 0; i < Few; i++)
            {
                var row = rows.Generate(new PCG(i, 20260101), null, out _);
                try
                {
                    Count(Check(provider, contract, row));
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    throw new InvalidOperationException($"{Show(row)}: {e.Message}", e);
                }
            }
        }

        // The test would show nothing if no row could be sent.
        Assert.InRange(valid, (Many ?? Few) / 10, (Many ?? Few) * 9 / 10);

        void Count(bool isValid)
        {
            if (isValid)
                Interlocked.Increment(ref valid);
        }
    }

    private static bool Check(string provider, PublishedContract contract, (string Column, string? Value)[] row)
    {
        var draft = Rows.Read(provider, row);
        if (draft.IsBlank)
        {
            Assert.All(row, cell => Assert.True(CellText.Clean(cell.Value) is not { } text || CellText.IsDash(text)));
            return false;
        }

        var prepared = Prepare(provider, draft);
        if (!prepared.IsValid)
        {
            Assert.All(prepared.Problems, problem => Assert.True(Names(problem, row), $"names no column: {problem.Message}"));
            return false;
        }

        Assert.Equal([], contract.Problems(prepared.Body.Span));
        var read = ReadBack(provider, prepared);
        AssertNothingIsLost(provider, draft, prepared, row);
        AssertSendsTheSame(provider, prepared, read);
        return true;
    }

    private static PreparedDraft Prepare(string provider, Draft draft) =>
        new DraftPreparer(PaymentProviders.Get(provider), new KeyScope(provider, PaymentEnvironment.Sandbox, "test")) { Clock = Clock }.Prepare(draft);

    private static bool Names(FieldProblem problem, (string Column, string? Value)[] row) =>
        Enum.TryParse<CustomerField>(problem.Field, out _) || row.Any(cell => problem.Message.Contains($"'{PrintableText.Line(cell.Column)}'", StringComparison.Ordinal));

    /// <summary>Reads the body with the provider's reading code, as if an answer repeated it.</summary>
    private static CustomerContent ReadBack(string provider, PreparedDraft prepared)
    {
        var format = PaymentProviders.Get(provider).Format;
        var reader = new Utf8JsonReader(prepared.Body.Span);
        reader.Read();
        var read = new CustomerContent(null);
        format.Read(ref reader, read);

        var sent = new CustomerContent(prepared.Values);
        format.Complete(sent);
        // A reader cannot distinguish missing metadata from empty metadata.
        if (sent[CustomerField.Metadata] == "{}")
            sent[CustomerField.Metadata] = null;
        foreach (var field in format.Fields.Where(field => field.WireName is not null && field.Field != CustomerField.CountryCode))
            Assert.Equal((field.Field, sent[field.Field]), (field.Field, read[field.Field]));
        return read;
    }

    /// <summary>Each cell of a known column is in the customer or in a warning.</summary>
    private static void AssertNothingIsLost(string provider, Draft draft, PreparedDraft prepared, (string Column, string? Value)[] row)
    {
        var told = string.Join('\n', prepared.Warnings);
        foreach (var (name, value) in row)
        {
            var column = RowColumn.Of(name, PaymentProviders.Get(provider));
            if (column.Use != ColumnUse.Read || column.Meaning is not { Role: ColumnRole.Field, IsFallback: false } || CellText.Clean(value) is not { } text || CellText.IsDash(text) || text[0] is '{' or '[')
                continue;
            var field = column.Meaning.Field;
            // A key of another provider is not used at this one.
            if (field is CustomerField.Metadata or CustomerField.IdempotencyKey)
                continue;
            Assert.True(
                draft.ColumnOf(field) == name || draft[field] is { } taken && (taken.Contains(text, StringComparison.OrdinalIgnoreCase) || field == CustomerField.Phone)
                    || told.Contains($"'{name}'", StringComparison.Ordinal),
                $"'{name}' is lost and nobody is told");
        }
    }

    /// <summary>Sending a customer again after reading it sends the same body.</summary>
    private static void AssertSendsTheSame(string provider, PreparedDraft prepared, CustomerContent read)
    {
        var again = new Draft(1);
        foreach (var field in FieldCatalog.All.Where(rule => rule.Field != CustomerField.IdempotencyKey && PaymentProviders.Get(provider).Format[rule.Field] is not null))
            again[field.Field] = field.Field == CustomerField.Metadata ? prepared.Values[(int)field.Field] : read[field.Field];
        again[CustomerField.IdempotencyKey] = prepared.Key;
        var second = new DraftPreparer(PaymentProviders.Get(provider), new KeyScope(provider, PaymentEnvironment.Sandbox, "test"), phoneCheck: PhoneCheck.Possible) { Clock = Clock }.Prepare(again);

        Assert.Equal([], second.Problems.Select(problem => problem.Message));
        Assert.Equal(Encoding.UTF8.GetString(prepared.Body.Span), Encoding.UTF8.GetString(second.Body.Span));
    }

    private static string Show((string Column, string? Value)[] row) =>
        string.Join(", ", row.Select(cell => $"({JsonSerializer.Serialize(cell.Column)}, {JsonSerializer.Serialize(cell.Value)})"));
}
