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
    public void A_text_of_any_length_is_recognized()
    {
        var table = new PackedTable<int>();
        string[] texts = ["Ana Ñáñez", "Ana Nanez", new string('ñ', 1000) + "1", new string('ñ', 1000) + "2", ""];

        Assert.All(texts, (text, number) => Assert.True(table.TryAdd(text, number, out _)));

        Assert.All(texts, (text, number) =>
        {
            Assert.False(table.TryAdd(text, -1, out var known));
            Assert.Equal(number, known);
        });
    }

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"customer-{i}@example.co");
}
