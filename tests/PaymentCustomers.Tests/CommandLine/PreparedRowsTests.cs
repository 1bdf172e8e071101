using System.Text.Json;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>The rows of a file are checked on other threads, several parts ahead. Their order is kept, and none is lost.</summary>
public sealed class PreparedRowsTests : CommandLineTest
{
    private const int Many = 1000;

    [Fact]
    public void Rows_are_returned_in_the_order_of_the_file()
    {
        using var table = Table(Lines(Many));

        var rows = Prepared(table).All().ToArray();

        Assert.Equal(LinesBehindHeader(Many), rows.Select(row => row.Draft.Row));
        Assert.All(rows, row => Assert.Equal($"customer{row.Draft.Row - 1}@example.com", row.Values[(int)CustomerField.Email]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(700)]
    public void A_second_enumeration_continues_after_the_last_row_of_the_first(int count)
    {
        using var table = Table(Lines(Many));
        var prepared = Prepared(table);

        var first = prepared.All().Take(count).Select(row => row.Draft.Row).ToArray();
        var rest = prepared.All().Select(row => row.Draft.Row).ToArray();

        Assert.Equal(count, first.Length);
        Assert.Equal(LinesBehindHeader(Many), first.Concat(rest));
    }

    [Fact]
    public void The_rows_before_a_damaged_part_of_the_file_are_returned_first()
    {
        using var table = Table(Damaged());
        var seen = new List<long>();

        var error = Assert.Throws<PaymentException>(() =>
        {
            foreach (var row in Prepared(table).All())
                seen.Add(row.Draft.Row);
        });

        Assert.Equal(PaymentErrorId.InputInvalid, error.Error.Id);
        Assert.Equal(LinesBehindHeader(200), seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_damaged_part_that_was_read_ahead_is_reported_by_the_next_enumeration(int count)
    {
        using var table = Table(Damaged());
        var prepared = Prepared(table);
        var seen = prepared.All().Take(count).Select(row => row.Draft.Row).ToList();

        var error = Assert.Throws<PaymentException>(() =>
        {
            foreach (var row in prepared.All())
                seen.Add(row.Draft.Row);
        });

        Assert.Equal(PaymentErrorId.InputInvalid, error.Error.Id);
        Assert.Equal(LinesBehindHeader(200), seen);
    }

    [Fact]
    public async Task When_a_run_stops_every_later_row_is_in_the_rejects_once_and_in_order()
    {
        var lines = Lines(Many);
        // The third row fails.
        lines[3] = lines[3].Replace("@example.com", "", StringComparison.Ordinal);

        var run = await ImportAsync(Save("in.csv", lines), "--max-errors", "1", "--rejects", PathOf("r.csv"));

        Assert.Contains("The run stopped", run.Output, StringComparison.Ordinal);
        var rejects = LinesOf("r.csv").Skip(1).Select(line => line.Split(',')[6]).ToArray();
        var created = Bodies.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("document_number").GetString()!);
        Assert.Equal(Numbers(1, Many).Except(created), rejects);
        Assert.InRange(rejects.Length, 2, Many - 1);
    }

    // The header is the first line.
    private static IEnumerable<long> LinesBehindHeader(int count) => Enumerable.Range(2, count).Select(line => (long)line);

    private static IEnumerable<string> Numbers(int first, int count) => Enumerable.Range(first, count).Select(row => $"{1_000_000_000 + row}");

    private static string[] Lines(int rows) =>
        [Header, .. Enumerable.Range(1, rows).Select(row => $"natural,José,Rey,customer{row}@example.com,+57300{row:0000000},CC,{1_000_000_000 + row},false")];

    /// <summary>300 rows. The quote in row 201 is never closed.</summary>
    private static string[] Damaged()
    {
        var lines = Lines(300);
        lines[201] = lines[201].Replace(",José,", ",\"José,", StringComparison.Ordinal);
        return lines;
    }

    private InputTable Table(string[] lines) => InputFile.Open(new InputOptions(Save("in.csv", lines))).Read();

    private static PreparedRows Prepared(InputTable table)
    {
        var provider = PaymentProviders.Get("OnePay");
        var source = new DraftSource(table, new RowReader(provider, PaymentProviders.Names), ImportMap.Empty, new Dictionary<CustomerField, string>());
        return new PreparedRows(source, new DraftPreparer(provider, scope: null));
    }
}
