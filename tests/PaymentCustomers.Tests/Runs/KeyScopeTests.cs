using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class KeyScopeTests
{
    [Fact]
    public void A_different_provider_environment_or_account_gives_a_different_key()
    {
        KeyScope[] scopes =
        [
            new("Dots", PaymentEnvironment.Sandbox, "a"), new("OnePay", PaymentEnvironment.Sandbox, "a"),
            new("Dots", PaymentEnvironment.Production, "a"), new("Dots", PaymentEnvironment.Sandbox, "b"),
            new("Dots", PaymentEnvironment.Sandbox, ""), new("Dots", PaymentEnvironment.Sandbox, "A"),
        ];

        var keys = scopes.Select(scope => scope.KeyOf("{}"u8)).ToList();

        Assert.Equal(scopes.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^pc1-[A-Za-z0-9_-]{43}$", key));
    }

    // Computed independently of the engine: SHA-256 over "pc1", "Dots", "Sandbox" and "test", each followed by a NUL, and the
    // content.
    [Theory]
    [InlineData(0, "pc1-bsZ6UfYJTan3paAbaHBTWAwIwLm9PcLNV6roaXURAkQ")]
    [InlineData(2026, "pc1-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeow")]
    [InlineData(2027, "pc1-nFWyKKuXxPHgidiscFrXnXyXkQsg-xA3sFn2n5LXAmY")]
    [InlineData(100_000, "pc1-ZYom0cHoNaWaOrauRnXmKFDdTU-TNHtuHTjCV1BTtrs")]
    public void The_key_of_the_same_content_never_changes(int length, string key)
    {
        var content = new byte[length];
        Array.Fill(content, (byte)'x');

        Assert.Equal(key, new KeyScope("Dots", PaymentEnvironment.Sandbox, "test").KeyOf(content));
    }
}
