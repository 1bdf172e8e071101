using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>The use of an idempotency key: the key, and the content of the request.</summary>
internal readonly record struct StripeUse(string Key, string Asked, ProviderRequest Request);

/// <summary>
/// The idempotency keys of one account, with their first responses (contracts/stripe.md, "Idempotency"). Not thread-safe; its book
/// locks.
/// </summary>
internal sealed class StripeKeys
{
    private static readonly Dictionary<string, string> Replayed = new() { ["Idempotent-Replayed"] = "true" };

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Records that a request is in progress. Does nothing if the key is known.</summary>
    public void Begin(StripeUse use, DateTimeOffset now, TimeSpan lifetime)
    {
        if (Find(use.Key, now, lifetime) is null)
            _entries[use.Key] = new Entry(use.Asked, use.Request, Answer: null, now);
    }

    /// <summary>Carries a request out, or returns the first response to its key.</summary>
    public Reply Once(StripeUse use, DateTimeOffset now, TimeSpan lifetime, Func<Reply> carryOut)
    {
        var known = Find(use.Key, now, lifetime);
        if (known is not null && known.Asked != use.Asked)
            return StripeErrors.Write(StripeProblem.KeyReused);
        if (known?.Answer is { } answer)
            return answer.With(Replayed);
        if (known is not null && !ReferenceEquals(known.Request, use.Request))
            return StripeErrors.Write(StripeProblem.KeyInUse);

        var reply = carryOut();
        if (reply.Status == 400 || use.Request.IsPretended)
            _entries.Remove(use.Key);
        else
            _entries[use.Key] = new Entry(use.Asked, use.Request, reply, now);
        return reply;
    }

    /// <summary>Stores an error as the response to the first request with its key.</summary>
    public void Fail(string key, ProviderRequest request, Reply error)
    {
        if (_entries.GetValueOrDefault(key) is { } entry && ReferenceEquals(entry.Request, request))
            _entries[key] = entry with { Answer = error };
    }

    // A key whose request is in progress does not expire until the request ends.
    private Entry? Find(string key, DateTimeOffset now, TimeSpan lifetime)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        if (entry.Answer is null || now - entry.Since < lifetime)
            return entry;
        _entries.Remove(key);
        return null;
    }

    /// <summary>A used key. Without a response, its first request is in progress.</summary>
    private sealed record Entry(string Asked, ProviderRequest Request, Reply? Answer, DateTimeOffset Since);
}
