using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class PackedTableTests
{
    [Fact]
    public void Each_of_many_texts_keeps_the_value_that_was_added_first()
    {
        const int Count = 20_000;
        var table = new PackedTable<int>();
        for (var i = 1; i <= Count; i++)
        {
            Assert.True(table.TryAdd(Text(i), i, out var before));
            Assert.Equal(0, before);
        }

        for (var i = 1; i <= Count; i++)
        {
            Assert.False(table.TryAdd(Text(i), -1, out var known));
            Assert.Equal(i, known);
        }
    }

    [Fact]
    public void A_text_of_any_length_is_recognized_as_characters_and_as_bytes()
    {
        var table = new PackedTable<int>();
        var lengthy = new string('ñ', 1000);

        Assert.True(table.TryAdd("Ana Ñáñez", 1, out _));
        Assert.True(table.TryAdd(lengthy + "1", 2, out _));
        Assert.True(table.TryAdd(lengthy + "2", 3, out _));
        Assert.True(table.TryAdd("", 4, out _));

        Assert.False(table.TryAdd("Ana Ñáñez"u8, 9, out var name));
        Assert.False(table.TryAdd(lengthy + "1", 9, out var first));
        Assert.False(table.TryAdd(lengthy + "2", 9, out var second));
        Assert.False(table.TryAdd([], 9, out var nothing));
        Assert.Equal((1, 2, 3, 4), (name, first, second, nothing));
    }

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"customer-{i}@example.co");
}
