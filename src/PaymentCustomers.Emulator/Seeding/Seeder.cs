using System.Text;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Seeding;

/// <summary>Stores plausible customers. Each depends on the seed and its ordinal since the last clear.</summary>
internal sealed class Seeder
{
    private const int MostAtOnce = 1_000_000;

    // A fixed day, not the clock: the same seed makes the same customers on every day.
    private static readonly DateTimeOffset FirstDay = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private long _stored;

    public int Store(IProviderApi provider, SeedRequest request, long seed)
    {
        if (request.Count is < 0 or > MostAtOnce)
            throw new ArgumentException($"count must be 0 to {MostAtOnce}.");

        // One seeding at a time, or two would share ordinals and with them documents.
        lock (_gate)
        {
            for (var i = 0; i < request.Count; i++)
            {
                var ordinal = _stored++;
                provider.StoreSeeded(request, new SeedRandom(seed, ordinal), ordinal, FirstDay.AddSeconds(ordinal));
            }
        }

        return provider.AccountOf(request);
    }

    public void Clear()
    {
        lock (_gate)
            _stored = 0;
    }

    public static string Email(string name, long ordinal)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return FormattableString.Invariant($"{string.Concat(letters)}.{ordinal}@example.com");
    }
}
