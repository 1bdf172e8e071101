using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// The journal of a run in a file, so that the run can be stopped and continued. The start of a row is on the disk before its
/// request is sent; its result follows. Only one run at a time can have the file open.
/// </summary>
internal sealed class FileJournal : IJournal
{
    private const int MostKept = 64;

    private readonly JournalWriter _writer;
    private readonly KeyLedger _ledger;
    private readonly DateTimeOffset? _lastNoted;
    private readonly DateTimeOffset? _begun;

    private FileJournal(JournalWriter writer, KeyLedger ledger, DateTimeOffset? lastNoted, DateTimeOffset? begun)
    {
        _writer = writer;
        _ledger = ledger;
        _lastNoted = lastNoted;
        _begun = begun;
    }

    /// <summary>
    /// Whether the journal was started with other values for all rows than this run's. A row that these values change has another
    /// key, and counts as another row.
    /// </summary>
    public bool HasOtherValues { get; private init; }

    /// <summary>A warning if no earlier run of the journal had this input; null if there is none.</summary>
    public string? InputWarning { get; private init; }

    /// <summary>
    /// Whether a version with different rules for reading values recorded rows in it. A row that is read differently now has another
    /// key, and counts as another row.
    /// </summary>
    public bool HasOtherKeys { get; private init; }

    public bool IsKept => true;

    public bool IsContinued { get; private init; }

    public IReadOnlyCollection<string> SomeCreated { get; private init; } = [];

    public PaymentException? Failure => _writer.Failure;

    /// <summary>Opens a journal, or creates one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="connection">The connection of the run.</param>
    /// <param name="options">What the journal records about the run.</param>
    /// <exception cref="PaymentException">
    /// <see cref="PaymentErrorId.JournalLocked"/>: another run has the file open.
    /// <see cref="PaymentErrorId.JournalMismatch"/>: the file belongs to another provider, environment, account or version, or is not a journal.
    /// <see cref="PaymentErrorId.JournalCorrupt"/>: a line is damaged.
    /// <see cref="PaymentErrorId.JournalFailed"/>: the file cannot be opened or written, or cannot be locked.
    /// In all these cases the file is not changed.
    /// </exception>
    public static FileJournal Open(string path, PaymentConnection connection, JournalOptions? options = null)
    {
        options ??= new JournalOptions();
        // A device cannot be read back, and opening a pipe would block until another process opens it too.
        if (NativeFiles.IsDevice(path))
            throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path));
        var stream = JournalFile.OpenForRun(path, options.TryLock);
        try
        {
            return Open(stream, path, JournalHeader.For(connection, options), options);
        }
        catch (IOException e)
        {
            stream.Dispose();
            throw JournalErrors.Of(PaymentErrorId.JournalFailed, JournalMessages.JournalFailed(path, e.Message), e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Claim> ClaimAsync(long row, string key)
    {
        var claim = Claim.Of(_ledger, row, key, _lastNoted) with { Begun = _begun };
        return ValueTask.FromResult(claim.IsMine
            ? claim with { Recorded = _writer.WriteThroughAsync(new JournalEntry(row, key, KeyState.Started)) }
            : claim);
    }

    /// <inheritdoc/>
    public ValueTask<Claim> LookAsync(long row, string key) => ValueTask.FromResult(Claim.Look(_ledger, row, key));

    /// <inheritdoc/>
    public bool TryOwn(string id) => _ledger.TryOwn(id);

    /// <inheritdoc/>
    public KeyRecord Recall(Claim claim) => _ledger.Recall(claim.Hash);

    /// <inheritdoc/>
    public void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null)
    {
        _ledger.Note(claim.Hash, state, id);
        _writer.Write(new JournalEntry(claim.Row, claim.Key, state) { Id = id, Error = error?.Id.ToString(), Status = error?.Status });
    }

    /// <inheritdoc/>
    public void NoteRefused(long row, PaymentError error) => _writer.Write(JournalEntry.Refused(row, error));

    /// <inheritdoc/>
    public void Hurry() => _writer.Hurry();

    /// <summary>Writes pending lines and closes the file.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static FileJournal Open(FileStream stream, string path, JournalHeader header, JournalOptions options)
    {
        var ledger = new KeyLedger();
        var hasOtherValues = false;
        var inputs = new List<JournalInput>();
        var hasOtherKeys = false;
        int? rules = null;
        var some = new List<string>();
        var isContinued = false;
        DateTimeOffset? begun = null;
        var isFirst = true;
        var isNew = stream.Length == 0;
        var lastWritten = isNew ? (DateTime?)null : new FileInfo(path).LastWriteTimeUtc;
        var (end, lacksLineEnd) = JournalReader.Read(
            stream,
            path,
            found =>
            {
                Compare(found, header, path);
                begun = isFirst ? JournalFormat.Time(found.At) : begun;
                isFirst = false;
                rules = found.ContentRules;
                hasOtherValues |= found.Given is { } noted && header.Given is { } ours && noted != ours;
                if (found is { Input: { } name, Digest: { } digest })
                    inputs.Add(new JournalInput(name, digest));
            },
            entry =>
            {
                isContinued = true;
                hasOtherKeys |= rules != header.ContentRules;
                ledger.Note(KeyHash.Of(entry.Key), entry.State, entry.Id);
                if (entry is { State: KeyState.Created, Id: { } id })
                {
                    ledger.TryOwn(id);
                    if (some.Count < MostKept)
                        some.Add(entry.Key);
                }
            });
        PrivateFile.MakePrivate(stream);
        stream.SetLength(end);
        stream.Position = end;
        if (lacksLineEnd)
            stream.WriteByte((byte)'\n');
        stream.Write(JournalFormat.Line(header));
        options.Sync(stream.SafeFileHandle);
        // A file whose folder entry is not on the disk is lost in a crash, even if its content is on the disk.
        if (isNew)
            NativeFiles.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileJournal(new JournalWriter(stream, path, options), ledger, lastWritten, begun)
        {
            HasOtherValues = hasOtherValues,
            HasOtherKeys = hasOtherKeys,
            InputWarning = JournalInput.WarningOf(inputs, options.Input),
            SomeCreated = some,
            IsContinued = isContinued,
        };
    }

    private static void Compare(JournalHeader found, JournalHeader wanted, string path)
    {
        foreach (var (what, its, ours) in new[]
        {
            (nameof(found.Provider), found.Provider, wanted.Provider),
            (nameof(found.Environment), found.Environment, wanted.Environment),
        })
        {
            if (its != ours)
                throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.JournalOfOther(path, what, its, ours));
        }

        if (found.Account != wanted.Account)
            throw JournalErrors.OtherAccount(path, found.Account, wanted.Account);
    }
}
