using System.Buffers;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Reads journals line by line, without holding the file in memory.</summary>
internal static class JournalReader
{
    // After a power failure, a header may consist of zeros. More zeros than a header can have mean that the file is not a journal.
    private const int LongestTornHeader = JournalFormat.LongestLine;

    /// <summary>Reads a journal from its start.</summary>
    /// <param name="stream">The journal.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="onHeader">Receives each header. May throw to reject it.</param>
    /// <param name="onEntry">Receives each entry of a row that was started.</param>
    /// <param name="onRefused">Receives each entry of a rejected row; null to ignore them.</param>
    /// <returns>
    /// The end of the last complete line; a crash may have left an incomplete line after it. 0 if there is not even a header. And
    /// whether the last line lacks its line end.
    /// </returns>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalMismatch"/>: the file is not a journal, or has another version.
    /// <see cref="PaymentErrorId.JournalCorrupt"/>: a line is damaged; the message gives its number.
    /// </exception>
    public static (long End, bool LacksLineEnd) Read(Stream stream, string path, Action<JournalHeader> onHeader, Action<JournalEntry> onEntry, Action<JournalEntry>? onRefused = null)
    {
        long end = 0;
        long number = 0;
        var version = 0;
        foreach (var (line, isWhole) in Lines(stream))
        {
            number++;
            if (isWhole)
            {
                Take(line.Span);
                end += line.Length + 1;
                continue;
            }

            var torn = line.Span.TrimEnd((byte)0);
            var isZeros = torn.Length < line.Length;
            if (number == 1)
            {
                if (!JournalFormat.CanBeTornHeader(torn) || line.Length > LongestTornHeader)
                    throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path));
                break;
            }

            if (torn.Length > JournalFormat.LongestLine || (line.Length > JournalFormat.LongestLine && !(isZeros && IsZeros(stream))))
                throw Broken();
            if (version == JournalHeader.FirstVersion || LineSum.EndOfFirst(torn) is not (> 0 and var known))
                break;
            // The line is complete and lacks only its line end. Other bytes in its place are not caused by a crash.
            if (known < torn.Length)
                throw Broken();
            Take(torn);
            return (end + torn.Length, true);
        }

        return (end, false);

        PaymentException Broken() => JournalErrors.Of(PaymentErrorId.JournalCorrupt, JournalMessages.JournalLine(path, number));

        void Take(ReadOnlySpan<byte> line)
        {
            if (number == 1 || JournalFormat.IsHeader(line))
            {
                var header = JournalFormat.ReadHeader(line)
                    ?? throw (number == 1 ? JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path)) : Broken());
                if (header.Version is not (JournalHeader.FirstVersion or JournalHeader.CurrentVersion))
                    throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.JournalVersion(path, header.Version));
                // Only the first line may have format 1. Later, such a line would switch off the checksums.
                if (header.Version == JournalHeader.FirstVersion ? number > 1 || header.At is not null : !LineSum.IsRight(line))
                    throw Broken();
                version = header.Version;
                onHeader(header);
                return;
            }

            if (version != JournalHeader.FirstVersion && !LineSum.IsRight(line))
                throw Broken();
            var entry = JournalFormat.ReadEntry(line) ?? throw Broken();
            if (!entry.IsRefused)
                onEntry(entry);
            // Format 1 has no rejected rows.
            else if (version == JournalHeader.FirstVersion)
                throw Broken();
            else
                onRefused?.Invoke(entry);
        }
    }

    /// <summary>Reads the last entry of each key, followed by the rows that the last run rejected.</summary>
    /// <param name="path">The path of the journal. A run may be writing to it.</param>
    /// <exception cref="PaymentException">See <see cref="ReadAll"/>.</exception>
    public static IReadOnlyCollection<JournalEntry> ReadLast(string path) => ReadAll(path).Entries;

    /// <summary>Reads a whole journal.</summary>
    /// <param name="path">The path of the journal. A run may be writing to it.</param>
    /// <exception cref="PaymentException">See <see cref="Read"/>; <see cref="PaymentErrorId.JournalFailed"/> if the file cannot be opened.</exception>
    public static JournalContents ReadAll(string path)
    {
        using var stream = Open(path);
        var contents = new JournalContents(path);
        Read(stream, path, contents.Add, contents.Add, contents.Add);
        return contents;
    }

    /// <summary>Reads a whole journal and then every line that is added to it, until the caller ends it.</summary>
    /// <param name="path">The path of the journal.</param>
    /// <param name="onHeader">Receives each header.</param>
    /// <param name="onEntry">Receives each entry.</param>
    /// <param name="wait">Waits a moment for more lines. Returns false to end reading.</param>
    /// <exception cref="PaymentException">See <see cref="ReadAll"/>.</exception>
    public static void Follow(string path, Action<JournalHeader> onHeader, Action<JournalEntry> onEntry, Func<bool> wait)
    {
        using var stream = new JournalTail(Open(path), wait);
        Read(stream, path, onHeader, onEntry, onEntry);
    }

    private static FileStream Open(string path) => File.Exists(path) ? JournalFile.OpenToRead(path) : throw JournalErrors.NoFile(path);

    /// <summary>Whether the rest of the stream consists of zeros.</summary>
    private static bool IsZeros(Stream stream)
    {
        var buffer = new byte[4096];
        while (stream.Read(buffer) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).ContainsAnyExcept((byte)0))
                return false;
        }

        return true;
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
                if (read == 0 || filled > JournalFormat.LongestLine)
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
