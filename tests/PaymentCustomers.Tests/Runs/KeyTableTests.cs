using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class KeyTableTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void Nothing_is_known_of_a_key_that_was_never_seen()
    {
        var table = new KeyTable();

        Assert.Equal(KeyState.None, table.StateOf(KeyTable.HashOf("a"), out var id));
        Assert.Null(id);
    }

    [Theory]
    [InlineData("3c90c3cc-0d44-4b50-8888-8dd25736052a")]
    [InlineData("3C90C3CC-0D44-4B50-8888-8DD25736052A")]
    [InlineData("3c90c3cc0d444b5088888dd25736052a")]
    [InlineData("{3c90c3cc-0d44-4b50-8888-8dd25736052a}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("cus_123")]
    [InlineData("42")]
    [InlineData(null)]
    public void An_id_comes_back_exactly_whether_it_is_a_UUID_or_not(string? id)
    {
        var table = new KeyTable();

        table.Set(KeyTable.HashOf("a"), KeyState.Created, id);

        Assert.Equal(KeyState.Created, table.StateOf(KeyTable.HashOf("a"), out var back));
        Assert.Equal(id, back);
    }

    [Fact]
    public void The_last_word_on_a_key_counts()
    {
        var table = new KeyTable();

        table.Set(KeyTable.HashOf("a"), KeyState.Created, "cus_1");
        table.Set(KeyTable.HashOf("a"), KeyState.Created, "3c90c3cc-0d44-4b50-8888-8dd25736052a");
        table.StateOf(KeyTable.HashOf("a"), out var second);
        table.Set(KeyTable.HashOf("a"), KeyState.Failed);

        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", second);
        Assert.Equal(KeyState.Failed, table.StateOf(KeyTable.HashOf("a"), out var none));
        Assert.Null(none);
    }

    [Fact]
    public void A_mark_and_a_state_do_not_touch_each_other()
    {
        var table = new KeyTable();
        table.Set(KeyTable.HashOf("a"), KeyState.Started);

        Assert.False(table.Mark(KeyTable.HashOf("a")));
        Assert.True(table.Mark(KeyTable.HashOf("a")));
        Assert.Equal(KeyState.Started, table.StateOf(KeyTable.HashOf("a"), out _));
        table.Set(KeyTable.HashOf("a"), KeyState.Created, "1");
        Assert.True(table.Mark(KeyTable.HashOf("a")));
        Assert.False(table.Mark(KeyTable.HashOf("b")));
        Assert.Equal(KeyState.None, table.StateOf(KeyTable.HashOf("b"), out _));
    }

    [Fact]
    public void Keys_that_differ_at_their_end_alone_are_apart_however_long_they_are()
    {
        var table = new KeyTable();

        table.Set(KeyTable.HashOf(new string('ñ', 1000) + "1"), KeyState.Created);

        Assert.Equal(KeyState.None, table.StateOf(KeyTable.HashOf(new string('ñ', 1000) + "2"), out _));
    }

    [Fact]
    public void A_million_keys_have_no_false_duplicate_and_take_80_bytes_each_at_most()
    {
        var table = new KeyTable();
        for (var i = 0; i < Million; i++)
        {
            var key = Key(i);
            Assert.False(table.Mark(KeyTable.HashOf(key)));
            table.Set(KeyTable.HashOf(key), KeyState.Created, Id(i));
        }

        // Less than what was put in would mean that not all of it was counted.
        Assert.InRange(RetainedBytes.Of(table), 32L * Million, 80L * Million);
        for (var i = 0; i < Million; i++)
        {
            if (table.StateOf(KeyTable.HashOf(Key(i)), out var id) != KeyState.Created || id != Id(i))
                Assert.Fail($"Key {i} is lost.");
        }
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"pc1-{i:D43}");

    private static string Id(int i) => Answer.Id(i);

    [Fact]
    public void Keys_of_content_and_keys_that_look_like_them_are_told_apart()
    {
        var scope = new KeyScope("Dots", PaymentEnvironment.Sandbox, "account");
        var keys = Enumerable.Range(0, 1000).Select(i => scope.KeyOf(BitConverter.GetBytes(i)))
            .Concat(Enumerable.Range(0, 1000).Select(i => $"pc1-{i:D43}"))
            .Concat(["pc1-", "pc1-?", $"pc1-{new string('A', 42)}", $"pc1-{new string('A', 43)}", $"pc1-{new string('A', 44)}", $"pc2-{new string('A', 43)}"])
            .ToList();

        Assert.Equal(keys.Count, keys.Select(KeyTable.HashOf).Distinct().Count());
    }
}
