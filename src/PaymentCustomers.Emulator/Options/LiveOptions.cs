namespace PaymentCustomers.Emulator;

/// <summary>The options in force: swapped whole, so that a request sees one consistent set.</summary>
internal sealed class LiveOptions(EmulatorOptions initial)
{
    private readonly Lock _gate = new();
    private volatile EmulatorOptions _current = initial;

    public EmulatorOptions Current => _current;

    /// <summary>Not changeable, hence read without asking which set is in force.</summary>
    public TimeProvider Time { get; } = initial.TimeProvider;

    public EmulatorOptions Update(Func<EmulatorOptions, EmulatorOptions> change)
    {
        lock (_gate)
        {
            var changed = change(_current) with { Port = _current.Port, SilentPort = _current.SilentPort, TimeProvider = Time };
            OptionsJson.Check(changed);
            return _current = changed;
        }
    }
}
