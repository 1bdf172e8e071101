using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Separate from the quick tests of the tables, which mutation testing runs thousands of times.</summary>
public sealed class KeyTableSizeTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_million_keys_have_no_false_duplicate_and_use_at_most_26_bytes_each()
    {
        var table = new KeyTable();
        for (var i = 0; i < Million; i++)
        {
            var key = Key(i);
            Assert.False(table.Mark(KeyHash.Of(key)));
            table.Set(KeyHash.Of(key), KeyState.Created, Id(i));
        }

        // The lower bound shows that the whole table was measured.
        Assert.InRange(RetainedBytes.Of(table), 24L * Million, 26L * Million);
        for (var i = 0; i < Million; i++)
        {
            if (table.StateOf(KeyHash.Of(Key(i)), out var id) != KeyState.Created || id != Id(i))
                Assert.Fail($"Key {i} is lost.");
        }
    }

    [Fact]
    public void A_million_persons_have_no_false_match_and_use_at_most_17_bytes_each()
    {
        var table = new PackedTable<(uint Row, uint Content)>();
        for (var i = 0; i < Million; i++)
            Assert.True(table.TryAdd(Key(i), ((uint)i, (uint)i), out _));

        Assert.InRange(RetainedBytes.Of(table), 15L * Million, 17L * Million);
        for (var i = 0; i < Million; i++)
        {
            if (table.TryAdd(Key(i), default, out var known) || known != ((uint)i, (uint)i))
                Assert.Fail($"Person {i} is lost.");
        }
    }

    [Fact]
    public void A_million_ids_have_no_false_match_and_use_at_most_8_bytes_each()
    {
        var set = new PackedSet();
        for (var i = 0; i < Million; i++)
            Assert.True(set.Add(Id(i)));

        Assert.InRange(RetainedBytes.Of(set), 6L * Million, 8L * Million);
        for (var i = 0; i < Million; i++)
        {
            if (set.Add(Id(i)))
                Assert.Fail($"Id {i} is lost.");
        }
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"pc1-{i:D43}");

    private static string Id(int i) => Answer.Id(i);
}
