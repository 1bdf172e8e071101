using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class BlockTableTests
{
    private const int Count = 200_000;

    public static TheoryData<string> Distributions => ["random", "counted", "highest bits", "lower half"];

    // Given keys may have few different bits.
    [Theory]
    [MemberData(nameof(Distributions))]
    public void Each_key_keeps_its_value_while_the_table_grows(string distribution)
    {
        var random = new Random(18);
        var keys = Enumerable.Range(0, Count).Select(number => Key(distribution, (ulong)number, random)).ToArray();
        var table = new BlockTable<int>();

        for (var number = 0; number < Count; number++)
        {
            Assert.True(Unsafe.IsNullRef(ref table.Find(keys[number])));
            table.Add(keys[number]) = number;
        }

        for (var number = 0; number < Count; number++)
        {
            if (table.Find(keys[number]) != number)
                Assert.Fail($"Key {number} has another value.");
        }
    }

    [Fact]
    public void A_new_key_has_no_value_of_a_block_that_was_used_before()
    {
        var random = new Random(18);
        var table = new BlockTable<int>();

        // Splitting parts makes blocks free, which are used again.
        for (var number = 0; number < Count; number++)
        {
            ref var value = ref table.Add(Key("random", 0, random));
            if (value != 0)
                Assert.Fail($"Key {number} has the value {value}.");
            value = -1;
        }
    }

    [Fact]
    public void A_table_can_have_a_key_without_bits()
    {
        var table = new BlockTable<int>();

        table.Add(new KeyHash(0, 0)) = 7;

        Assert.Equal(7, table.Find(new KeyHash(0, 0)));
    }

    private static KeyHash Key(string distribution, ulong number, Random random) => distribution switch
    {
        "random" => new KeyHash((ulong)random.NextInt64(), (ulong)random.NextInt64()),
        "counted" => new KeyHash(number, 0),
        "highest bits" => new KeyHash(number << 46, 0),
        // A hundred keys with the same upper half.
        _ => new KeyHash(number / 100, (number % 100) << 57),
    };
}
