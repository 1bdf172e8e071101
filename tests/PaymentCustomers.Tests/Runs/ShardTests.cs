using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class ShardTests : RunTest
{
    private const int Parts = 4;

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/8", 2, 8)]
    [InlineData("8/8", 8, 8)]
    [InlineData("0/8", 8, 8)]
    public void A_shard_is_written_as_its_number_and_the_number_of_shards(string text, int number, int count) =>
        Assert.Equal(new Shard(number, count), Shard.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0/0")]
    [InlineData("9/8")]
    [InlineData("1/0")]
    [InlineData("-1/8")]
    [InlineData("1/8/8")]
    [InlineData("1/1000001")]
    [InlineData("a/b")]
    public void A_text_that_is_not_a_shard_is_refused(string text) => Assert.Null(Shard.Parse(text));

    [Fact]
    public async Task At_Dots_every_row_is_created_by_one_shard_even_if_equal_rows_are_far_apart()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        PreparedDraft[] rows = [.. target.Rows(60), .. Enumerable.Range(61, 20).Select(row => target.Row(row, person: row - 60))];

        var reports = await RunPartsAsync(target, rows);

        Assert.Equal(60, emulator.Store.CountOf(EmulatedProvider.Dots));
        // In each shard, every row has an outcome in its place. Over all shards, each row is processed exactly once.
        Assert.All(reports, report => Assert.Equal(Enumerable.Range(1, 80).Select(row => (long)row), report.Rows));
        var own = reports.SelectMany(report => report.Outcomes).Where(outcome => outcome.Outcome != CustomerOutcome.OtherShard).ToList();
        Assert.Equal(Enumerable.Range(1, 80).Select(row => (long)row), own.Select(outcome => outcome.Draft.Row).Order());
        Assert.Equal(60, own.Count(outcome => outcome.Outcome == CustomerOutcome.Created));
        Assert.Equal(20, own.Count(outcome => outcome.Outcome == CustomerOutcome.Duplicate));
        Assert.All(reports, report => Assert.InRange(report.Counts[CustomerOutcome.Created], 5, 30));
    }

    [Fact]
    public async Task A_row_that_cannot_be_sent_fails_in_one_shard()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        PreparedDraft[] rows = [.. Enumerable.Range(1, 8).Select(row => target.Row(row, change: draft => draft[CustomerField.Email] = "nobody"))];

        var reports = await RunPartsAsync(target, rows);

        Assert.Equal(8, reports.Sum(report => report.Counts[CustomerOutcome.Failed]));
        Assert.Equal(8 * (Parts - 1), reports.Sum(report => report.Counts[CustomerOutcome.OtherShard]));
    }

    [Fact]
    public async Task One_person_with_different_values_is_refused_even_across_shards()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        PreparedDraft[] rows = [target.Row(1), .. Enumerable.Range(2, 10).Select(row => target.Row(row, person: 1, draft => draft[CustomerField.FirstName] = $"Eva {(char)('A' + row)}"))];

        var reports = await RunPartsAsync(target, rows);

        Assert.Equal(1, emulator.Store.CountOf(EmulatedProvider.OnePay));
        Assert.Equal(10, reports.Sum(report => report.Counts[CustomerOutcome.Failed]));
    }

    [Fact]
    public async Task Rows_that_share_a_customer_belong_to_the_same_shard()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        PreparedDraft[] rows = [target.Row(1), .. Enumerable.Range(2, 10).Select(row => target.Row(row, person: 1, draft => draft[CustomerField.FirstName] = $"Eva {(char)('A' + row)}"))];

        var reports = await RunPartsAsync(target, rows, new RunOptions { DuplicateIdentity = DuplicateIdentity.Skip });

        Assert.Equal((1, 10), (
            reports.Sum(report => report.Counts[CustomerOutcome.Created]), reports.Sum(report => report.Counts[CustomerOutcome.Duplicate])));
    }

    private static async Task<RunReport[]> RunPartsAsync(Target target, PreparedDraft[] rows, RunOptions? options = null) =>
        await Task.WhenAll(Enumerable.Range(1, Parts).Select(number =>
            target.RunAsync(rows, (options ?? new RunOptions()) with { Shard = new Shard(number, Parts) }, cancellation: Cancel)));
}
