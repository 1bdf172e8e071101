namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// A journal that is read while a run writes to it: at its end, reading waits for more lines. Only complete lines are returned: the
/// bytes after the last line end may be part of a line, or left by a crash, and the next run removes them.
/// </summary>
/// <param name="file">The journal.</param>
/// <param name="wait">Waits a moment for more lines. Returns false to end reading; the stream then ends here.</param>
internal sealed class JournalTail(FileStream file, Func<bool> wait) : Stream
{
    private readonly byte[] _ahead = new byte[JournalFormat.LongestLine + 1];
    private int _filled;
    private int _whole;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_whole == 0)
        {
            if (!Fill() && !wait())
                return 0;
        }

        var read = Math.Min(count, _whole);
        _ahead.AsSpan(0, read).CopyTo(buffer.AsSpan(offset, read));
        _ahead.AsSpan(read, _filled - read).CopyTo(_ahead);
        _filled -= read;
        _whole -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reads the available bytes after the last complete line.</summary>
    /// <returns>Whether there is a complete line now, or one that is too long for a journal.</returns>
    private bool Fill()
    {
        // The bytes after the last line end may have changed, because a new run removes an incomplete line.
        file.Seek(-_filled, SeekOrigin.Current);
        _filled = file.ReadAtLeast(_ahead, _ahead.Length, throwOnEndOfStream: false);
        _whole = _ahead.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
        if (_whole == 0 && _filled == _ahead.Length)
            _whole = _filled;
        return _whole > 0;
    }
}
