using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>What a request is done under: the idempotency key, and what it asks for.</summary>
internal readonly record struct StripeUse(string Key, string Asked, ProviderRequest Request);

/// <summary>
/// The idempotency keys of one account with their first answers (contracts/stripe.md, "Idempotency"). Not thread-safe: its
/// book locks.
/// </summary>
internal sealed class StripeKeys
{
    private static readonly Dictionary<string, string> Replayed = new() { ["Idempotent-Replayed"] = "true" };

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Notes that a request is under way. It does nothing for a key that is known.</summary>
    public void Begin(StripeUse use, DateTimeOffset now, TimeSpan lifetime)
    {
        if (Find(use.Key, now, lifetime) is null)
            _entries[use.Key] = new Entry(use.Asked, use.Request, Answer: null, now);
    }

    /// <summary>Carries a request out, or answers it as the first one with its key was.</summary>
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

    /// <summary>Keeps an error as the answer of a request that was the first with its key.</summary>
    public void Fail(string key, ProviderRequest request, Reply error)
    {
        if (_entries.GetValueOrDefault(key) is { } entry && ReferenceEquals(entry.Request, request))
            _entries[key] = entry with { Answer = error };
    }

    // One that is under way is known until it ends.
    private Entry? Find(string key, DateTimeOffset now, TimeSpan lifetime)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        if (entry.Answer is null || now - entry.Since < lifetime)
            return entry;
        _entries.Remove(key);
        return null;
    }

    /// <summary>A key in use: without an answer its first request is under way.</summary>
    private sealed record Entry(string Asked, ProviderRequest Request, Reply? Answer, DateTimeOffset Since);
}
