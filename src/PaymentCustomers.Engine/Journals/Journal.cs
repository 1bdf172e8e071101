using System.Buffers;
using System.Text.Json;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The record of a run, so that it can be stopped and run again. That a row was started is on the disk before its
/// request leaves, one flush for all that wait; what became of it follows. Open to one run at a time.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    // As long as nobody hurries, the first line of a flush waits for others. Of the system's time, for nothing else depends on it.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    private readonly FileStream _stream;
    private readonly string _path;
    private readonly object _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly Task _writing;
    private ArrayBufferWriter<byte> _pending = new(64 * 1024);
    private ArrayBufferWriter<byte> _spare = new(64 * 1024);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);
    private TaskCompletionSource? _batch;
    private PaymentException? _failure;
    private bool _isClosing;

    private Journal(FileStream stream, string path)
    {
        _stream = stream;
        _path = path;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>
    /// Whether it was begun with other values for all rows than the run's: a row that comes out differently has another
    /// key, and counts as another row.
    /// </summary>
    public bool HasOtherValues { get; private init; }

    /// <summary>What the journal knew when it was opened.</summary>
    internal KeyTable Known { get; private init; } = new();

    /// <summary>Why the journal can no longer be written; null while it can.</summary>
    internal PaymentException? Failure
    {
        get
        {
            lock (_lock)
                return _failure;
        }
    }

    /// <summary>When the journal was last written before it was opened; null for a new one.</summary>
    internal DateTimeOffset? LastWritten { get; private init; }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="given">The values that are given for all rows; null if nobody notes them.</param>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalLocked"/>: another run has it.
    /// <see cref="PaymentErrorId.JournalMismatch"/>: it is of another provider, environment, account or version, or no journal.
    /// <see cref="PaymentErrorId.JournalCorrupt"/>: a line in it is broken.
    /// <see cref="PaymentErrorId.JournalFailed"/>: the file cannot be opened or written.
    /// In all these cases the file is as it was.
    /// </exception>
    public static Journal Open(string path, PaymentConnection connection, IReadOnlyDictionary<CustomerField, string>? given = null)
    {
        var stream = JournalFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        try
        {
            return Open(stream, path, JournalHeader.For(connection, given));
        }
        catch (IOException e)
        {
            stream.Dispose();
            throw Errors.Journal(PaymentErrorId.JournalFailed, Messages.JournalFailed(path, e.Message), e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Notes that a row is started; done when that is on the disk, soon or as soon as somebody hurries.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: it cannot be written.</exception>
    internal Task StartAsync(long row, string key)
    {
        lock (_lock)
        {
            if (_failure is not null)
                return Task.FromException(_failure);
            _batch ??= new TaskCompletionSource();
            Append(new JournalEntry(row, key, KeyState.Started));
            return _batch.Task;
        }
    }

    /// <summary>Somebody waits for what was noted: it goes to the disk now.</summary>
    internal void Hurry()
    {
        if (_hurry.CurrentCount == 0)
            _hurry.Release();
    }

    /// <summary>Notes what became of a row; written soon, at the latest when the journal is closed.</summary>
    internal void Note(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_failure is null)
                Append(entry);
        }
    }

    /// <summary>Writes what is still to be written and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_isClosing)
                return;
            _isClosing = true;
        }

        _work.Release();
        Hurry();
        await _writing.ConfigureAwait(false);
        _work.Dispose();
        _hurry.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private static Journal Open(FileStream stream, string path, JournalHeader header)
    {
        var known = new KeyTable();
        var hasOtherValues = false;
        var lastWritten = stream.Length > 0 ? new FileInfo(path).LastWriteTimeUtc : (DateTime?)null;
        var end = JournalReader.Read(
            stream,
            path,
            found =>
            {
                Compare(found, header, path);
                hasOtherValues = found.Given is { } noted && header.Given is { } ours && noted != ours;
            },
            entry => known.Set(KeyTable.HashOf(entry.Key), entry.State, entry.Id));
        stream.SetLength(end);
        stream.Position = end;
        if (end == 0)
        {
            JournalFormat.Write(stream, header);
            stream.Flush(flushToDisk: true);
        }

        return new Journal(stream, path) { Known = known, LastWritten = lastWritten, HasOtherValues = hasOtherValues };
    }

    private static void Compare(JournalHeader found, JournalHeader wanted, string path)
    {
        foreach (var (what, its, ours) in new[]
        {
            (nameof(found.Provider), found.Provider, wanted.Provider),
            (nameof(found.Environment), found.Environment, wanted.Environment),
            (nameof(found.Account), found.Account, wanted.Account),
        })
        {
            if (its != ours)
                throw Errors.Journal(PaymentErrorId.JournalMismatch, Messages.JournalOfOther(path, what, its, ours));
        }
    }

    private void Append(JournalEntry entry)
    {
        _writer.Reset(_pending);
        JournalFormat.Write(_writer, entry);
        _writer.Flush();
        _pending.GetSpan(1)[0] = (byte)'\n';
        _pending.Advance(1);
        if (_work.CurrentCount == 0)
            _work.Release();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await _work.WaitAsync().ConfigureAwait(false);
            await _hurry.WaitAsync(Linger).ConfigureAwait(false);
            TaskCompletionSource? batch;
            ArrayBufferWriter<byte> lines;
            bool isClosing;
            lock (_lock)
            {
                isClosing = _isClosing;
                (batch, _batch) = (_batch, null);
                (lines, _pending, _spare) = (_pending, _spare, _pending);
            }

            Write(lines, batch, isClosing);
            if (isClosing)
                return;
        }
    }

    private void Write(ArrayBufferWriter<byte> lines, TaskCompletionSource? batch, bool isClosing)
    {
        try
        {
            // After a line that was cut short, another would break the file in its middle.
            if (Failure is { } earlier)
            {
                Fail(batch, earlier);
                return;
            }

            if (lines.WrittenCount > 0)
                _stream.Write(lines.WrittenSpan);
            if (batch is not null || isClosing)
                _stream.Flush(flushToDisk: true);
            // Those who wait go on one after the other on one thread, and this one on to the next batch.
            if (batch is not null)
                ThreadPool.UnsafeQueueUserWorkItem(static done => done.SetResult(), batch, preferLocal: false);
        }
        // Whatever it is: a file that may grow no more is no IOException, and those who wait for this batch would wait for ever.
        catch (Exception e)
        {
            var failure = Errors.Journal(PaymentErrorId.JournalFailed, Messages.JournalFailed(_path, e.Message), e);
            lock (_lock)
                _failure ??= failure;
            Fail(batch, failure);
        }
        finally
        {
            lines.Clear();
        }
    }

    private static void Fail(TaskCompletionSource? batch, PaymentException failure)
    {
        if (batch is not null)
            ThreadPool.UnsafeQueueUserWorkItem(static both => both.batch.SetException(both.failure), (batch, failure), preferLocal: false);
    }
}
