using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Postgres;

/// <summary>
/// Renews the lease of a worker, and receives signals of the account's other workers. A create may be sent only if the rest of the
/// lease, by this machine's monotonic clock, is longer than the request can take. A worker that takes over its rows later can therefore
/// rely on no request being in progress.
/// </summary>
internal sealed class WorkerLife : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    // How long another worker may send at its previous rate until it notices this worker.
    private static readonly TimeSpan UntilHeard = TimeSpan.FromMilliseconds(1200);

    private const string Renew = """
        UPDATE payment_customers.workers SET lease = now() + $2, heard = now()
        WHERE worker = $1 AND ended IS NULL AND lease > now()
        """;

    private const string Listen = """
        SELECT extract(epoch FROM g.hold - now())::float8, g.stop, coalesce(g.stopped > $3, false),
            (SELECT count(*) FROM payment_customers.workers w WHERE w.gate = g.gate AND w.ended IS NULL AND NOT w.done AND w.lease > now() AND w.worker <> $2),
            g.hold
        FROM payment_customers.gates g WHERE g.gate = $1
        """;

    private readonly Database _database;
    private readonly Worker _worker;
    private readonly TimeSpan _longestRequest;
    private readonly CancellationTokenSource _ending = new();
    private readonly object _lock = new();
    private readonly long _begun = Database.Clock.GetTimestamp();
    private readonly bool _isAlone;
    private Task _living = Task.CompletedTask;
    private IRunControl? _run;
    private long _renewed;
    private int _others;
    private DateTime _hold;

    /// <param name="database">The database.</param>
    /// <param name="worker">The registered worker.</param>
    /// <param name="longestRequest">The longest time until a request has ended and can no longer be carried out.</param>
    public WorkerLife(Database database, Worker worker, TimeSpan longestRequest)
    {
        _database = database;
        _worker = worker;
        _longestRequest = longestRequest;
        _renewed = worker.Registered;
        _others = worker.Others;
        _isAlone = worker.Others == 0;
    }

    /// <summary>Why this worker may not send anything any more; null while it may.</summary>
    public PaymentException? Failure { get; private set; }

    public bool MayLeave
    {
        get
        {
            lock (_lock)
                return Failure is null && _worker.Lease - Database.Clock.GetElapsedTime(_renewed) >= _longestRequest;
        }
    }

    /// <summary>Starts to renew the lease.</summary>
    public void Begin() => _living = Task.Run(LiveAsync);

    public void Join(IRunControl run)
    {
        lock (_lock)
            _run = run;
        run.Share(1 + _others);
    }

    public async ValueTask ReadyAsync(CancellationToken waiting)
    {
        while (!_isAlone && Database.Clock.GetElapsedTime(_begun) < UntilHeard)
            await Task.Delay(Beat / 4, Database.Clock, waiting).ConfigureAwait(false);
        while (!MayLeave)
        {
            if (Failure is { } failure)
                throw failure;
            await Task.Delay(Beat / 4, Database.Clock, waiting).ConfigureAwait(false);
        }
    }

    /// <summary>Ends this worker. It sends nothing any more.</summary>
    public void Fail(PaymentException failure)
    {
        lock (_lock)
            Failure ??= failure;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _living.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task LiveAsync()
    {
        try
        {
            while (true)
            {
                var sent = Database.Clock.GetTimestamp();
                if (await _database.RunAsync(ListenAsync, _ending.Token).ConfigureAwait(false))
                {
                    lock (_lock)
                        _renewed = sent;
                }
                else
                {
                    Fail(PostgresErrors.LeaseLost(_worker.Lease));
                    Control?.Stop(Failure!.Error);
                    return;
                }

                await Task.Delay(Beat, Database.Clock, _ending.Token).ConfigureAwait(false);
            }
        }
        catch (PaymentException e)
        {
            Fail(e);
            Control?.Stop(e.Error);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private IRunControl? Control
    {
        get
        {
            lock (_lock)
                return _run;
        }
    }

    /// <returns>Whether the lease was renewed.</returns>
    private async Task<bool> ListenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Renew) { Parameters = { new() { Value = _worker.Id }, new() { Value = _worker.Lease, NpgsqlDbType = NpgsqlDbType.Interval } } },
                new(Listen) { Parameters = { new() { Value = _worker.Gate }, new() { Value = _worker.Id }, new() { Value = _worker.Begun, NpgsqlDbType = NpgsqlDbType.TimestampTz } } },
            },
        };
        using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (await reader.ReadAsync(cancellation).ConfigureAwait(false) && Control is { } run)
        {
            if (!reader.IsDBNull(0) && reader.GetDateTime(4) is var hold && hold != _hold)
            {
                // Reported once: the run measures the wait with its own clock.
                _hold = hold;
                if (TimeSpan.FromSeconds(reader.GetDouble(0)) is var rest && rest > TimeSpan.Zero)
                    run.Hold(rest);
            }

            if (reader.GetBoolean(2) && !reader.IsDBNull(1))
                run.Stop(new PaymentError(Reason(reader.GetString(1)), PostgresMessages.StoppedByOther(reader.GetString(1))) { RecommendedAction = PostgresMessages.StoppedByOtherAction });
            _others = (int)reader.GetInt64(3);
            run.Share(1 + _others);
        }

        await reader.CloseAsync().ConfigureAwait(false);
        return batch.BatchCommands[0].RecordsAffected == 1;
    }

    private static PaymentErrorId Reason(string text) => Enum.TryParse<PaymentErrorId>(text, out var id) ? id : PaymentErrorId.ProviderUnavailable;
}
