namespace PaymentCustomers.Emulator.Faults;

/// <summary>The position of one request in the sequence of faults for its attempts.</summary>
internal sealed class FaultSequence(FaultRule rule)
{
    private int _step;
    private int _played = 1;

    /// <summary>The fault for the next attempt; null when the sequence is complete.</summary>
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
