using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>A request, and what was done for it so far.</summary>
internal abstract class ProviderRequest
{
    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The last attempt; null if none was made.</summary>
    public Attempt? Last { get; private set; }

    /// <summary>Whether the provider may have carried it out without our knowing.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Whether the last answer was a success that belongs to another customer, or names none that can be.</summary>
    public virtual bool IsOfAnother => false;

    /// <summary>Waits until an attempt may be made.</summary>
    /// <param name="waiting">Ends the wait.</param>
    public virtual ValueTask ReadyAsync(CancellationToken waiting) => ValueTask.CompletedTask;

    /// <summary>Makes one attempt.</summary>
    public abstract Task<Attempt> SendAsync();

    /// <summary>Whether the answer of a success can be read; asked once for each.</summary>
    public abstract bool Understands(Attempt answer);

    public void Add(Attempt attempt, bool isInDoubt)
    {
        Attempts++;
        Last = attempt;
        IsInDoubt = isInDoubt;
    }

    /// <summary>An earlier run may have had it carried out.</summary>
    public void Doubt() => IsInDoubt = true;

    /// <summary>It was found out, elsewhere, that the provider has carried none of it out.</summary>
    public void Settle() => IsInDoubt = false;
}
