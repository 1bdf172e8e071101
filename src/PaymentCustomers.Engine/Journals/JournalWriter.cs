using PaymentCustomers.Engine.Files;
using System.Buffers;
using System.Text.Json;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Appends lines to a journal's file: one write and one flush for all that wait. Safe for several threads.</summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    // As long as nobody hurries, the first line of a flush waits for others.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    private readonly FileStream _stream;
    private readonly string _path;
    private readonly JournalOptions _options;
    private readonly object _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly Task _writing;
    private readonly Utf8JsonWriter _json = new(Stream.Null);
    private ArrayBufferWriter<byte> _pending = new(64 * 1024);
    private ArrayBufferWriter<byte> _spare = new(64 * 1024);
    private TaskCompletionSource? _batch;
    private PaymentException? _failure;
    private bool _isClosing;

    /// <param name="stream">The file, at its end; closed with this.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="options">What it needs of the machine.</param>
    public JournalWriter(FileStream stream, string path, JournalOptions options)
    {
        _options = options;
        _stream = stream;
        _path = path;
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

    /// <summary>Writes a line; done when it is on the disk, soon or as soon as somebody hurries.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: it cannot be written.</exception>
    public Task WriteThroughAsync(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_failure is not null)
                return Task.FromException(_failure);
            _batch ??= new TaskCompletionSource();
            Append(entry);
            return _batch.Task;
        }
    }

    /// <summary>Writes a line soon, at the latest when the file is closed.</summary>
    public void Write(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_failure is null)
                Append(entry);
        }
    }

    /// <summary>Somebody waits for what was written: it goes to the disk now.</summary>
    public void Hurry()
    {
        if (_hurry.CurrentCount == 0)
            _hurry.Release();
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
        await _json.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private void Append(JournalEntry entry)
    {
        try
        {
            JournalFormat.Write(_pending, _json, entry, _options.Clock.GetUtcNow());
        }
        // Half a line may stand there now: nothing behind it may be written, and it itself neither.
        catch (Exception e)
        {
            _failure = JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.JournalFailed(_path, FileFailure.Reason(e)), e);
        }

        if (_work.CurrentCount == 0)
            _work.Release();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await _work.WaitAsync().ConfigureAwait(false);
#pragma warning disable RS0030 // On the machine's clock: nothing else depends on it.
            await _hurry.WaitAsync(Linger).ConfigureAwait(false);
#pragma warning restore RS0030
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
                Sync();
            // Those who wait go on one after the other on one thread, and this one on to the next batch.
            if (batch is not null)
                ThreadPool.UnsafeQueueUserWorkItem(static done => done.SetResult(), batch, preferLocal: false);
        }
        // Whatever it is: a file that may grow no more is no IOException, and those who wait for this batch would wait for ever.
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
        // A second run that finds no file begins beside this one.
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
