namespace PaymentCustomers;

/// <summary>A text that never shows itself: what holds one can be printed, compared or dumped without giving it away.</summary>
internal sealed class Secret(string value)
{
    private string? _value = value;

    /// <summary>The text itself; for the request's header and the redaction of answers, nowhere else.</summary>
    /// <exception cref="InvalidOperationException">The secret was forgotten.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException("The secret was forgotten.");

    public bool IsForgotten => _value is null;

    public void Forget() => _value = null;

    public override string ToString() => "***";
}
