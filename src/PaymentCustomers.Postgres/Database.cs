using Npgsql;

namespace PaymentCustomers.Postgres;

/// <summary>
/// Runs operations in the database. Conflicts with other workers are retried, and if the database is not available, the operation is
/// retried when it is back. All operations must be idempotent, because it is not known whether a commit without response was made.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _source;
    private readonly Action<string>? _tell;
    private readonly object _lock = new();
    private long? _lostSince;

    /// <param name="address">The address of the database.</param>
    /// <param name="tell">Receives messages when the database is lost, and when it is back.</param>
    public Database(PostgresAddress address, Action<string>? tell = null)
    {
        Address = address;
        _tell = tell;
        var builder = new NpgsqlDataSourceBuilder(address.Connection.ConnectionString);
        if (address.Password is { } password)
            builder.ConnectionStringBuilder.Password = password;
        // Confirmed commits must be on the server's disk, even if the server is configured otherwise.
        const string Durable = "SET synchronous_commit = on";
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Durable, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                using var command = new NpgsqlCommand(Durable, connection);
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            });
        _source = builder.Build();
    }

    public PostgresAddress Address { get; }

    /// <summary>The system clock. A lease is between this machine and the server, so that the clock of a run or a test does not apply.</summary>
#pragma warning disable RS0030
    public static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>How long to wait for a database that is not available. Zero until the run has started.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.Zero;

    /// <summary>Reduces <see cref="Patience"/> to a maximum.</summary>
    public void WaitAtMost(TimeSpan most) => Patience = Patience < most ? Patience : most;

    /// <summary>Runs an operation.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the database rejected the operation, or was not available for too long.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            Exception cause;
            try
            {
                using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                var result = await work(connection, cancellation).ConfigureAwait(false);
                NoteBack();
                return result;
            }
            catch (Exception e) when (PostgresErrors.IsConflict(e))
            {
                cause = e;
            }
            catch (Exception e) when (PostgresErrors.IsLost(e) && !cancellation.IsCancellationRequested)
            {
                cause = e;
                if (IsGivenUp(e))
                    throw PostgresErrors.Failed(Address, e);
            }
            catch (Exception e) when (cancellation.IsCancellationRequested && e is not PaymentException)
            {
                throw new OperationCanceledException(e.Message, e, cancellation);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
            {
                throw PostgresErrors.Failed(Address, e);
            }

            var most = FirstWait * Math.Pow(2, Math.Min(attempt, 5));
            var wait = (most < LongestWait ? most : LongestWait) * (0.5 + (Random.Shared.NextDouble() / 2));
            await Task.Delay(PostgresErrors.IsConflict(cause) ? wait / 20 : wait, Clock, cancellation).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private bool IsGivenUp(Exception cause)
    {
        lock (_lock)
        {
            var isNew = _lostSince is null;
            _lostSince ??= Clock.GetTimestamp();
            if (Clock.GetElapsedTime(_lostSince.Value) >= Patience)
                return true;
            if (!isNew)
                return false;
        }

        _tell?.Invoke(PostgresMessages.Waiting(Address.ToString(), cause.Message));
        return false;
    }

    private void NoteBack()
    {
        TimeSpan gone;
        lock (_lock)
        {
            if (_lostSince is not { } since)
                return;
            gone = Clock.GetElapsedTime(since);
            _lostSince = null;
        }

        _tell?.Invoke(PostgresMessages.GoesOn(Address.ToString(), gone));
    }
}
