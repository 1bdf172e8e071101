using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Separate from the quick tests of the table, which mutation testing runs thousands of times.</summary>
public sealed class KeyTableSizeTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_million_keys_have_no_false_duplicate_and_use_at_most_30_bytes_each()
    {
        var table = new KeyTable();
        for (var i = 0; i < Million; i++)
        {
            var key = Key(i);
            Assert.False(table.Mark(KeyHash.Of(key)));
            table.Set(KeyHash.Of(key), KeyState.Created, Id(i));
        }

        // The lower bound shows that the whole table was measured.
        Assert.InRange(RetainedBytes.Of(table), 20L * Million, 30L * Million);
        for (var i = 0; i < Million; i++)
        {
            if (table.StateOf(KeyHash.Of(Key(i)), out var id) != KeyState.Created || id != Id(i))
                Assert.Fail($"Key {i} is lost.");
        }
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"pc1-{i:D43}");

    private static string Id(int i) => Answer.Id(i);
}
