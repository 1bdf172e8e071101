namespace PaymentCustomers.Engine.Sending;

/// <summary>The permit of one row: requested once, held while its request is in progress, released once.</summary>
/// <param name="permits">The limiter that gives the permit.</param>
internal sealed class Permit(ConcurrencyLimiter permits)
{
    private Task? _asked;

    /// <summary>Whether waiting for the permit would not block.</summary>
    public bool IsReady => _asked is null or { IsCompleted: true };

    /// <summary>Requests the permit, which puts the row into the queue.</summary>
    public void Ask() => _asked ??= permits.AcquireAsync();

    /// <summary>Waits for the permit; returns immediately if it is already held.</summary>
    /// <exception cref="OperationCanceledException">The limiter was closed.</exception>
    public Task HoldAsync()
    {
        Ask();
        return _asked!;
    }

    /// <summary>Releases the permit if it was given.</summary>
    public void Release()
    {
        var isGot = _asked is { IsCompletedSuccessfully: true };
        _asked = null;
        if (isGot)
            permits.Release();
    }
}
