namespace PaymentCustomers.Engine.Journals;

/// <summary>A run that a journal records.</summary>
/// <param name="header">The header of the run.</param>
internal sealed class JournalRun(JournalHeader header)
{
    /// <summary>The header of the run.</summary>
    public JournalHeader Header => header;

    /// <summary>When the run started; null in format 1.</summary>
    public DateTimeOffset? Begun { get; } = JournalFormat.Time(header.At);

    /// <summary>The time of the run's last line; null in format 1.</summary>
    public DateTimeOffset? Last { get; private set; } = JournalFormat.Time(header.At);

    /// <summary>The number of rows that the run rejected.</summary>
    public long Refused { get; private set; }

    public void Add(JournalEntry entry)
    {
        Last = entry.At ?? Last;
        if (entry.IsRefused)
            Refused++;
    }
}
