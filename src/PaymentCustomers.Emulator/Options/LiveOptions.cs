namespace PaymentCustomers.Emulator;

/// <summary>The current options. They are replaced as a whole, so that a request sees a consistent set.</summary>
internal sealed class LiveOptions(EmulatorOptions initial)
{
    private readonly Lock _gate = new();
    private volatile EmulatorOptions _current = initial;

    public EmulatorOptions Current => _current;

    /// <summary>The clock. It cannot be changed, so that it need not be read from the current options.</summary>
    public TimeProvider Time { get; } = initial.TimeProvider;

    public EmulatorOptions Update(Func<EmulatorOptions, EmulatorOptions> change)
    {
        lock (_gate)
        {
            var changed = change(_current) with { Port = _current.Port, SilentPort = _current.SilentPort, CertificatePath = _current.CertificatePath, TimeProvider = Time };
            OptionsJson.Check(changed);
            return _current = changed;
        }
    }
}
