using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>A request, and the state of its attempts.</summary>
internal abstract class ProviderRequest
{
    /// <summary>The number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>The last attempt; null if none was made.</summary>
    public Attempt? Last { get; private set; }

    /// <summary>Whether the provider may have carried the request out although no response confirmed it.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Whether the last response was a success that contains another customer, or no valid customer.</summary>
    public virtual bool IsOfAnother => false;

    /// <summary>Waits until an attempt may be made.</summary>
    /// <param name="waiting">Cancels the wait.</param>
    public virtual ValueTask ReadyAsync(CancellationToken waiting) => ValueTask.CompletedTask;

    /// <summary>Makes one attempt.</summary>
    public abstract Task<Attempt> SendAsync();

    /// <summary>Whether the body of a successful response can be read. Called once per response.</summary>
    public abstract bool Understands(Attempt answer);

    public void Add(Attempt attempt, bool isInDoubt)
    {
        Attempts++;
        Last = attempt;
        IsInDoubt = isInDoubt;
    }

    /// <summary>Records that an earlier run may have had the request carried out.</summary>
    public void Doubt() => IsInDoubt = true;

    /// <summary>Records that the provider has carried out none of the attempts, as other means have shown.</summary>
    public void Settle() => IsInDoubt = false;
}
