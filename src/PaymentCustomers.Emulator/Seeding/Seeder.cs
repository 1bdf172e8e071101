using System.Text;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Seeding;

/// <summary>Stores realistic customers. Each depends on the seed and on its ordinal since the store was last cleared.</summary>
internal sealed class Seeder
{
    private const int MostAtOnce = 1_000_000;

    // A fixed day instead of the clock, so that the same seed gives the same customers every day.
    private static readonly DateTimeOffset FirstDay = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private long _stored;

    public int Store(IProviderApi provider, SeedRequest request, long seed)
    {
        if (request.Count is < 0 or > MostAtOnce)
            throw new ArgumentException($"count must be 0 to {MostAtOnce}.");

        // One request at a time; otherwise two would use the same ordinals, and so the same documents.
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
