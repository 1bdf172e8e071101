using System.Buffers;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Reads journals line by line, without holding one in memory.</summary>
internal static class JournalReader
{
    private const int LongestLine = 4096;

    /// <summary>Reads a journal from its beginning.</summary>
    /// <param name="stream">The journal.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="onHeader">Takes the header; may throw to refuse it.</param>
    /// <param name="onEntry">Takes each entry.</param>
    /// <returns>Where the last whole line ends: what follows is the torn end of a crash. 0 if there is not even a header.</returns>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalMismatch"/>: it is no journal, or of another version.
    /// <see cref="PaymentErrorId.JournalCorrupt"/>: a line in it is broken; the message names it.
    /// </exception>
    public static long Read(Stream stream, string path, Action<JournalHeader> onHeader, Action<JournalEntry> onEntry)
    {
        long end = 0;
        long number = 0;
        foreach (var (line, isWhole) in Lines(stream))
        {
            number++;
            if (!isWhole)
            {
                if (number == 1 && !JournalFormat.CanBeTornHeader(line.Span))
                    throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path));
                if (line.Length > LongestLine)
                    throw JournalErrors.Of(PaymentErrorId.JournalCorrupt, JournalMessages.JournalLine(path, number));
                break;
            }

            if (number == 1)
            {
                var header = JournalFormat.ReadHeader(line.Span) ?? throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path));
                if (header.Version != JournalHeader.CurrentVersion)
                    throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.JournalVersion(path, header.Version));
                onHeader(header);
            }
            else
            {
                onEntry(JournalFormat.ReadEntry(line.Span) ?? throw JournalErrors.Of(PaymentErrorId.JournalCorrupt, JournalMessages.JournalLine(path, number)));
            }

            end += line.Length + 1;
        }

        return end;
    }

    /// <summary>Reads what a journal says last of each key, in the order in which the keys stand first.</summary>
    /// <param name="path">The journal's file; no run may have it open.</param>
    /// <exception cref="PaymentException">As <see cref="Read"/>; <see cref="PaymentErrorId.JournalLocked"/> or <see cref="PaymentErrorId.JournalFailed"/> if it cannot be opened.</exception>
    public static IReadOnlyCollection<JournalEntry> ReadLast(string path)
    {
        using var stream = JournalFile.Open(path, FileMode.Open, FileAccess.Read);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<JournalEntry>();
        Read(stream, path, _ => { }, entry =>
        {
            if (places.TryAdd(entry.Key, entries.Count))
                entries.Add(entry);
            else
                entries[places[entry.Key]] = entry;
        });
        return entries;
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Line, bool IsWhole)> Lines(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var filled = 0;
            while (true)
            {
                var read = stream.Read(buffer, filled, buffer.Length - filled);
                filled += read;
                var start = 0;
                int length;
                while ((length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0)
                {
                    yield return (buffer.AsMemory(start, length), true);
                    start += length + 1;
                }

                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                if (read == 0 || filled > LongestLine)
                    break;
            }

            if (filled > 0)
                yield return (buffer.AsMemory(0, filled), false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
