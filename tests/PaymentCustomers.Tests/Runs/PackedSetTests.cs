using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class PackedSetTests
{
    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    public void A_set_knows_the_texts_that_were_added(int seed)
    {
        var random = new Random(seed);
        var set = new PackedSet();
        var expected = new HashSet<string>(StringComparer.Ordinal);

        for (var step = 0; step < 200_000; step++)
        {
            // UUIDs and short texts, like the ids of customers.
            var number = random.Next(100_000);
            var text = number % 2 == 0 ? Answer.Id(number) : string.Create(CultureInfo.InvariantCulture, $"cus_{number}");
            if (set.Add(text) != expected.Add(text))
                Assert.Fail($"Step {step}: {text}");
        }
    }

    [Fact]
    public void Texts_that_differ_only_in_case_or_at_their_end_are_distinguished()
    {
        var set = new PackedSet();

        Assert.All(
            ["cus_a", "cus_A", "", new string('ñ', 1000) + "1", new string('ñ', 1000) + "2"],
            text => Assert.Equal((true, false), (set.Add(text), set.Add(text))));
    }
}
