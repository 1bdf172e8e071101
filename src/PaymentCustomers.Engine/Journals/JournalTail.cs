namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// A journal that is read while a run writes it: at its end this waits for more. Only whole lines are handed out: what
/// follows the last line end may be half of a line, and the next run cuts it off where a crash left it.
/// </summary>
/// <param name="file">The journal.</param>
/// <param name="wait">Waits a moment for more lines; false when nobody wants more: the journal then seems to end here.</param>
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

    /// <summary>Reads what is there, from behind the last whole line on.</summary>
    /// <returns>Whether there is a whole line now, or one that is too long for a journal.</returns>
    private bool Fill()
    {
        // What stood behind the last line end may be another line by now.
        file.Seek(-_filled, SeekOrigin.Current);
        _filled = file.ReadAtLeast(_ahead, _ahead.Length, throwOnEndOfStream: false);
        _whole = _ahead.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
        if (_whole == 0 && _filled == _ahead.Length)
            _whole = _filled;
        return _whole > 0;
    }
}
