namespace PaymentCustomers;

/// <summary>A secret text. It is never shown when the object that holds it is printed, compared or dumped.</summary>
internal sealed class Secret(string value)
{
    private string? _value = value;

    /// <summary>The secret itself. Use it only for the request's header and for redacting responses.</summary>
    /// <exception cref="InvalidOperationException">The secret was removed from memory.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException("The secret was forgotten.");

    public bool IsForgotten => _value is null;

    public void Forget() => _value = null;

    public override string ToString() => "***";
}
