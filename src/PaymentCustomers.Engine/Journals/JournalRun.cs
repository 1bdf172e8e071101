namespace PaymentCustomers.Engine.Journals;

/// <summary>A run that a journal records.</summary>
/// <param name="header">The line with which it began.</param>
internal sealed class JournalRun(JournalHeader header)
{
    /// <summary>The line with which it began.</summary>
    public JournalHeader Header => header;

    /// <summary>When it began; null in format 1.</summary>
    public DateTimeOffset? Begun { get; } = JournalFormat.Time(header.At);

    /// <summary>The time of its last line; null in format 1.</summary>
    public DateTimeOffset? Last { get; private set; } = JournalFormat.Time(header.At);

    /// <summary>How many rows it refused.</summary>
    public long Refused { get; private set; }

    public void Add(JournalEntry entry)
    {
        Last = entry.At ?? Last;
        if (entry.IsRefused)
            Refused++;
    }
}
