using PaymentCustomers.Engine.Files;
using System.Buffers;
using System.Text.Json;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Appends lines to a journal file, with one write and one flush for all lines that are pending. Safe for concurrent use.</summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    // Unless a caller hurries, a flush waits this long for more lines.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    // Lines that no caller waits for are written with the next flush, or after this time. If the process is killed before, their rows
    // are in doubt for the next run, as rows whose response did not arrive are.
    private static readonly TimeSpan LongLinger = TimeSpan.FromMilliseconds(10);

    private readonly FileStream _stream;
    private readonly string _path;
    private readonly JournalOptions _options;
    private readonly object _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly ITimer _timer;
    private readonly Task _writing;
    private readonly Utf8JsonWriter _json = new(Stream.Null);
    private ArrayBufferWriter<byte> _pending = new(64 * 1024);
    private ArrayBufferWriter<byte> _spare = new(64 * 1024);
    private TaskCompletionSource? _batch;
    private bool _isTimed;
    private PaymentException? _failure;
    private bool _isClosing;

    /// <param name="stream">The file, positioned at its end; disposed with this object.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="options">The system functions to use.</param>
    public JournalWriter(FileStream stream, string path, JournalOptions options)
    {
        _options = options;
        _stream = stream;
        _path = path;
#pragma warning disable RS0030 // The system clock, because nothing else depends on this delay.
        _timer = TimeProvider.System.CreateTimer(static writer => ((JournalWriter)writer!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
#pragma warning restore RS0030
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Why the file can no longer be written; null while it can.</summary>
    public PaymentException? Failure
    {
        get
        {
            lock (_lock)
                return _failure;
        }
    }

    /// <summary>Writes a line. The task completes when the line is on the disk: soon, or at once after <see cref="Hurry"/>.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the file cannot be written.</exception>
    public Task WriteThroughAsync(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_failure is not null)
                return Task.FromException(_failure);
            if (_batch is null)
            {
                _batch = new TaskCompletionSource();
                WakeAfter(Linger);
            }

            Append(entry);
            return _batch.Task;
        }
    }

    /// <summary>Writes a line soon, at the latest when the file is closed.</summary>
    public void Write(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_failure is not null)
                return;
            Append(entry);
            if (!_isTimed && !_isClosing)
                WakeAfter(LongLinger);
        }
    }

    /// <summary>Flushes pending lines now, because a caller waits for them.</summary>
    public void Hurry()
    {
        lock (_lock)
        {
            // Without a line to wait for, the next line would be flushed alone.
            if (_batch is not null)
                Wake();
        }
    }

    /// <summary>Writes pending lines and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_isClosing)
                return;
            _isClosing = true;
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
        _work.Release();
        await _writing.ConfigureAwait(false);
        _work.Dispose();
        await _json.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private void Append(JournalEntry entry)
    {
        try
        {
            JournalFormat.Write(_pending, _json, entry, _options.Clock.GetUtcNow());
        }
        // The file may end with part of a line now. Nothing may be written after it.
        catch (Exception e)
        {
            _failure = JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.JournalFailed(_path, FileFailure.Reason(e)), e);
        }
    }

    private void Wake()
    {
        if (_work.CurrentCount == 0)
            _work.Release();
    }

    private void WakeAfter(TimeSpan linger)
    {
        _isTimed = true;
        _timer.Change(linger, Timeout.InfiniteTimeSpan);
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await _work.WaitAsync().ConfigureAwait(false);
            TaskCompletionSource? batch;
            ArrayBufferWriter<byte> lines;
            bool isClosing;
            lock (_lock)
            {
                isClosing = _isClosing;
                (batch, _batch) = (_batch, null);
                (lines, _pending, _spare) = (_pending, _spare, _pending);
                // Otherwise the timer would flush the next lines too early.
                if (_isTimed && !isClosing)
                    _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _isTimed = false;
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
            // After an incomplete line, another line would damage the file in the middle.
            if (Failure is { } earlier)
            {
                Fail(batch, earlier);
                return;
            }

            if (lines.WrittenCount > 0)
                _stream.Write(lines.WrittenSpan);
            if (batch is not null || isClosing)
                Sync();
            // On other threads, so that this thread can continue with the next batch.
            if (batch is not null)
                ThreadPool.UnsafeQueueUserWorkItem(static done => done.SetResult(), batch, preferLocal: false);
        }
        // Catch everything: a file that exceeds its size limit is not an IOException, and callers would wait for this batch forever.
        catch (Exception e)
        {
            var failure = JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.JournalFailed(_path, FileFailure.Reason(e)), e);
            lock (_lock)
                _failure ??= failure;
            Fail(batch, failure);
        }
        finally
        {
            lines.Clear();
        }
    }

    private void Sync()
    {
        // If the file was removed, a second run could create a new one and run at the same time.
        if (!JournalFile.IsInPlace(_stream, _path))
            throw new IOException(JournalMessages.Moved);
        _options.Sync(_stream.SafeFileHandle);
    }

    private static void Fail(TaskCompletionSource? batch, PaymentException failure)
    {
        if (batch is not null)
            ThreadPool.UnsafeQueueUserWorkItem(static both => both.batch.SetException(both.failure), (batch, failure), preferLocal: false);
    }
}
