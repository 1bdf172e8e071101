using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Sending;

/// <summary>What was done for one request so far.</summary>
internal sealed class RequestHistory
{
    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The last attempt; null if none was made.</summary>
    public Attempt? Last { get; private set; }

    /// <summary>Whether the provider may have carried it out without our knowing.</summary>
    public bool IsInDoubt { get; private set; }

    public void Add(Attempt attempt, bool isInDoubt)
    {
        Attempts++;
        Last = attempt;
        IsInDoubt = isInDoubt;
    }

    /// <summary>It was found out, elsewhere, that the provider has carried none of it out.</summary>
    public void Settle() => IsInDoubt = false;
}
