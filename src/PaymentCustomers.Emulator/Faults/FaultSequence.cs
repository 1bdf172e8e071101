namespace PaymentCustomers.Emulator.Faults;

/// <summary>Where one request is in what its attempts suffer, one after the other.</summary>
internal sealed class FaultSequence(FaultRule rule)
{
    private int _step;
    private int _played = 1;

    /// <summary>What the next attempt suffers; null when it is left alone.</summary>
    public Fault? Next()
    {
        while (_step <= rule.Then.Count)
        {
            var fault = _step == 0 ? rule : rule.Then[_step - 1];
            if (fault.Repeat == 0 || _played < (fault.Repeat ?? 1))
            {
                _played++;
                return fault;
            }

            _step++;
            _played = 0;
        }

        return null;
    }
}
