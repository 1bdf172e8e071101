using System.Numerics;
using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class BlockTableTests
{
    private const int Count = 200_000;

    public static TheoryData<string> Distributions => ["random", "counted", "highest bits", "lower half", "highest bits of the lower half", "one or two bits"];

    // Given keys may have few different bits.
    [Theory]
    [MemberData(nameof(Distributions))]
    public void Each_key_keeps_its_value_while_the_table_grows(string distribution)
    {
        var keys = Keys(distribution);
        var table = new BlockTable<Entry>();

        for (var number = 0; number < keys.Length; number++)
        {
            if (!Unsafe.IsNullRef(ref table.Find(keys[number])))
                Assert.Fail($"Key {number} has a value before it is added.");
            table.Add(keys[number]).Value = number;
        }

        for (var number = 0; number < keys.Length; number++)
        {
            if (table.Find(keys[number]).Value != number)
                Assert.Fail($"Key {number} has another value.");
        }
    }

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    public void At_any_size_a_table_has_the_same_values_as_a_dictionary(int seed)
    {
        var random = new Random(seed);
        var table = new BlockTable<Entry>();
        var expected = new Dictionary<KeyHash, int>();
        var keys = new List<KeyHash>();

        for (var step = 0; step < Count; step++)
        {
            // Many keys are known, and many differ from a known one in a single bit.
            var key = keys.Count == 0 ? Random(random) : (random.Next(4), keys[random.Next(keys.Count)]) switch
            {
                (0, var known) => known,
                (1, var known) => Flipped(known, random.Next(128)),
                _ => Random(random),
            };
            ref var entry = ref table.Find(key);
            var isKnown = expected.TryGetValue(key, out var value);
            if (isKnown == Unsafe.IsNullRef(ref entry) || (isKnown && entry.Value != value))
                Assert.Fail($"Step {step}: the table has another value than {(isKnown ? value : "none")}.");
            if (!isKnown)
            {
                entry = ref table.Add(key);
                keys.Add(key);
            }

            expected[key] = entry.Value = random.Next();
        }

        foreach (var (key, value) in expected)
        {
            if (table.Find(key).Value != value)
                Assert.Fail($"Key {key} has another value.");
        }
    }

    [Fact]
    public void A_new_key_has_no_value_of_a_block_that_was_used_before()
    {
        var random = new Random(18);
        var table = new BlockTable<Entry>();

        // Blocks that were replaced or split are used again.
        for (var number = 0; number < Count; number++)
        {
            ref var entry = ref table.Add(Random(random));
            if (entry.Value != 0)
                Assert.Fail($"Key {number} has the value {entry.Value}.");
            entry.Value = -1;
        }
    }

    [Fact]
    public void A_table_can_have_a_key_without_bits()
    {
        var table = new BlockTable<Entry>();

        table.Add(new KeyHash(0, 0)).Value = 7;

        Assert.Equal(7, table.Find(new KeyHash(0, 0)).Value);
    }

    private static KeyHash[] Keys(string distribution)
    {
        var random = new Random(18);
        var numbers = Enumerable.Range(0, Count).Select(number => (ulong)number);
        return distribution switch
        {
            "random" => [.. numbers.Select(_ => Random(random))],
            "counted" => [.. numbers.Select(number => new KeyHash(number, 0))],
            "highest bits" => [.. numbers.Select(number => new KeyHash(number << 46, 0))],
            // A hundred keys with the same upper half.
            "lower half" => [.. numbers.Select(number => new KeyHash(number / 100, (number % 100) << 57))],
            "highest bits of the lower half" => [.. numbers.Select(number => new KeyHash(0, number << 46))],
            _ => [.. from first in Enumerable.Range(0, 128)
                     from second in Enumerable.Range(first, 128 - first)
                     let one = Flipped(default, first)
                     select first == second ? one : Flipped(one, second)],
        };
    }

    private static KeyHash Random(Random random) => new((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1);

    private static KeyHash Flipped(KeyHash key, int bit) =>
        bit < 64 ? key with { Low = key.Low ^ BitOperations.RotateLeft(1UL, bit) } : key with { High = key.High ^ BitOperations.RotateLeft(1UL, bit) };

    private struct Entry : IHashedEntry
    {
        private ushort _rest;

        public int Value;

        public uint Rest
        {
            readonly get => _rest;
            set => _rest = (ushort)value;
        }
    }
}
