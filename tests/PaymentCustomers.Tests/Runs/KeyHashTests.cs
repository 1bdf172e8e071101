using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>
/// Shared journals store the hash of a key, and shards are cut by it: another version of the program must compute the same.
/// All values were computed independently of the engine.
/// </summary>
public sealed class KeyHashTests
{
    // The two halves of the digest in the key, combined with XOR.
    [Theory]
    [InlineData("pc1-bsZ6UfYJTan3paAbaHBTWAwIwLm9PcLNV6roaXURAkQ", "1c51611d72480fa0648f344be8bace62")]
    [InlineData("pc1-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeow", "7907d866e8d3d7c5e20c50ba1d65114a")]
    [InlineData("pc1-ZYom0cHoNaWaOrauRnXmKFDdTU-TNHtuHTjCV1BTtrs", "93502616f9740287cb4edc529e6b5735")]
    public void The_hash_of_a_computed_key_never_changes(string key, string hash) => AssertHash(hash, key);

    // The first 16 bytes of the SHA-256 of the text, least significant byte first.
    [Theory]
    [InlineData("", "24b96f99c8f4fb9a141cfc9842c4b0e3")]
    [InlineData("a", "4ddc239ab331c2facabd1bca128197ca")]
    [InlineData("ünï", "6d9c7747c516bfc7c78fd89429a575e9")]
    [InlineData("pc1-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeox", "01dbb85de6424d56be518f6f63dafcd1")]
    [InlineData("pc1-4SGozAkhJr7t/qLvUkJ99aswzdGzcSpcKClxBzSaeow", "d6e8e6bf81c325d91c15307964d853e1")]
    [InlineData("pc2-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeow", "1fbb63fc1ddaa5f503030f18ba92d219")]
    [InlineData("pc1-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeoww", "39ae00e43edff4fad643fd33ea4c4d38")]
    [InlineData("pc1-4SGozAkhJr7t_qLvUkJ99aswzdGzcSpcKClxBzSaeo", "8fcab64872638888c34df449c1218879")]
    public void The_hash_of_any_other_key_never_changes(string key, string hash) => AssertHash(hash, key);

    [Fact]
    public void The_hash_of_a_long_key_never_changes() => AssertHash("9a1b94881d9e6750408301323ec220aa", new string('x', 200));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue)]
    public void The_remainder_is_that_of_all_128_bits(int divisor)
    {
        var random = new Random(16);
        KeyHash[] hashes =
        [
            new(0, 1), new(1, 0), new(ulong.MaxValue, ulong.MaxValue),
            .. Enumerable.Range(0, 1000).Select(_ => new KeyHash((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1)),
        ];

        Assert.All(hashes, hash => Assert.Equal((int)(new UInt128(hash.High, hash.Low) % (UInt128)divisor), hash.Modulo(divisor)));
    }

    private static void AssertHash(string hash, string key) =>
        Assert.Equal(hash, KeyHash.Of(key).ToString());
}
