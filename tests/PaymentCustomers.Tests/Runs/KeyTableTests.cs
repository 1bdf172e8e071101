using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class KeyTableTests
{
    [Fact]
    public void A_key_that_was_never_added_has_no_state()
    {
        var table = new KeyTable();

        Assert.Equal(KeyState.None, table.StateOf(KeyHash.Of("a"), out var id));
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
    [InlineData("cus_NffrFeUfNV2Hib")]
    [InlineData("cus_NffrFeUfNV2Hi-9")]
    [InlineData("cus_NffrFeUfNV2Hib_9")]
    [InlineData("A")]
    [InlineData("AAAAAAAAAA")]
    [InlineData("___________________")]
    [InlineData("")]
    [InlineData("cus.1:ñ")]
    [InlineData("42")]
    [InlineData(null)]
    public void An_id_is_returned_exactly_whether_it_is_a_UUID_or_not(string? id)
    {
        var table = new KeyTable();

        table.Set(KeyHash.Of("a"), KeyState.Created, id);

        Assert.Equal(KeyState.Created, table.StateOf(KeyHash.Of("a"), out var back));
        Assert.Equal(id, back);
    }

    [Fact]
    public void The_last_state_of_a_key_replaces_earlier_ones()
    {
        var table = new KeyTable();

        table.Set(KeyHash.Of("a"), KeyState.Created, "cus_1");
        table.Set(KeyHash.Of("a"), KeyState.Created, "3c90c3cc-0d44-4b50-8888-8dd25736052a");
        table.StateOf(KeyHash.Of("a"), out var second);
        table.Set(KeyHash.Of("a"), KeyState.Failed);

        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", second);
        Assert.Equal(KeyState.Failed, table.StateOf(KeyHash.Of("a"), out var none));
        Assert.Null(none);
    }

    [Fact]
    public void The_mark_and_the_state_of_a_key_are_independent()
    {
        var table = new KeyTable();
        table.Set(KeyHash.Of("a"), KeyState.Started);

        Assert.False(table.Mark(KeyHash.Of("a")));
        Assert.True(table.Mark(KeyHash.Of("a")));
        Assert.Equal(KeyState.Started, table.StateOf(KeyHash.Of("a"), out _));
        table.Set(KeyHash.Of("a"), KeyState.Created, "1");
        Assert.True(table.Mark(KeyHash.Of("a")));
        Assert.False(table.Mark(KeyHash.Of("b")));
        Assert.Equal(KeyState.None, table.StateOf(KeyHash.Of("b"), out _));
    }

    [Fact]
    public void Long_keys_that_differ_only_at_their_end_are_distinguished()
    {
        var table = new KeyTable();

        table.Set(KeyHash.Of(new string('ñ', 1000) + "1"), KeyState.Created);

        Assert.Equal(KeyState.None, table.StateOf(KeyHash.Of(new string('ñ', 1000) + "2"), out _));
    }

    [Fact]
    public void Every_key_is_kept_while_the_table_grows()
    {
        const int Count = 20_000;
        var table = new KeyTable();
        for (var i = 0; i < Count; i++)
        {
            var hash = KeyHash.Of(Key(i));
            Assert.False(table.Mark(hash));
            table.Set(hash, KeyState.Created, Id(i));
        }

        for (var i = 0; i < Count; i++)
        {
            var hash = KeyHash.Of(Key(i));
            Assert.Equal((KeyState.Created, Id(i)), (table.StateOf(hash, out var id), id));
            Assert.True(table.Mark(hash));
        }
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"pc1-{i:D43}");

    private static string Id(int i) => Answer.Id(i);

    [Fact]
    public void Computed_keys_and_given_keys_that_look_like_them_are_distinguished()
    {
        var scope = new KeyScope("Dots", PaymentEnvironment.Sandbox, "account");
        var keys = Enumerable.Range(0, 1000).Select(i => scope.KeyOf(BitConverter.GetBytes(i)))
            .Concat(Enumerable.Range(0, 1000).Select(i => $"pc1-{i:D43}"))
            .Concat(["pc1-", "pc1-?", $"pc1-{new string('A', 42)}", $"pc1-{new string('A', 43)}", $"pc1-{new string('A', 44)}", $"pc2-{new string('A', 43)}"])
            .ToList();

        Assert.Equal(keys.Count, keys.Select(KeyHash.Of).Distinct().Count());
    }
    [Fact]
    public void A_key_whose_digest_is_zero_is_stored_like_any_other()
    {
        var table = new KeyTable();
        var zeros = KeyHash.Of($"pc1-{new string('A', 43)}");

        table.Set(zeros, KeyState.Created, "cus_1");

        Assert.Equal(new KeyHash(0, 0), zeros);
        Assert.Equal((KeyState.Created, "cus_1"), (table.StateOf(zeros, out var id), id));
    }

    // The other base64 alphabet has a plus and a slash in place of the hyphen and the underscore.
    [Theory]
    [InlineData('-', '+')]
    [InlineData('_', '/')]
    public void A_given_key_that_differs_from_a_computed_one_only_in_the_alphabet_is_distinguished(char ofContent, char given)
    {
        var start = $"pc1-{new string('B', 20)}";
        var end = new string('B', 21) + "A";

        Assert.NotEqual(KeyHash.Of(start + ofContent + end), KeyHash.Of(start + given + end));
    }

    // The last of the 43 characters of a digest holds only four bits, so that only every fourth letter can occur there.
    [Fact]
    public void Given_keys_that_differ_only_in_bits_that_a_digest_does_not_have_are_distinguished()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var keys = Alphabet.Select(last => $"pc1-{new string('B', 42)}{last}").ToList();

        Assert.Equal(keys.Count, keys.Select(KeyHash.Of).Distinct().Count());
    }
}
