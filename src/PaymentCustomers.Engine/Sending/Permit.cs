namespace PaymentCustomers.Engine.Sending;

/// <summary>One row's permit: asked for once, held while its request is under way, given back once.</summary>
/// <param name="permits">Where it comes from.</param>
internal sealed class Permit(ConcurrencyLimiter permits)
{
    private Task? _asked;

    /// <summary>Whether it will not have to be waited for.</summary>
    public bool IsReady => _asked is null or { IsCompleted: true };

    /// <summary>Takes the row's place in the line.</summary>
    public void Ask() => _asked ??= permits.AcquireAsync();

    /// <summary>Waits until it is there; at once if it is held already.</summary>
    /// <exception cref="OperationCanceledException">No more are given.</exception>
    public Task HoldAsync()
    {
        Ask();
        return _asked!;
    }

    /// <summary>Gives it back, if it was got.</summary>
    public void Release()
    {
        var isGot = _asked is { IsCompletedSuccessfully: true };
        _asked = null;
        if (isGot)
            permits.Release();
    }
}
