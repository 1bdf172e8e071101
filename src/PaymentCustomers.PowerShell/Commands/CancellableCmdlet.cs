using System.Diagnostics;
using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>
/// A cmdlet that waits for the engine. Ctrl+C, and a pipeline that needs no more output, end the wait. Messages of the engine are
/// written on the pipeline's thread while it waits.
/// </summary>
public abstract class CancellableCmdlet : PSCmdlet, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _cancellation = new();
    private PipelineLog? _log;
    private bool _isLogKnown;
    private bool _isDisposed;

    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The engine's log; null if the user does not see any log messages.</summary>
    private protected PipelineLog? Log
    {
        get
        {
            // Cached, because it is needed for every row.
            if (!_isLogKnown)
                (_log, _isLogKnown) = (PipelineLog.For(this), true);
            return _log;
        }
    }

    /// <summary>The value of a common parameter, or of its preference variable if the parameter is not given.</summary>
    private protected object? Preference(string parameter, string variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var given) ? given : GetVariableValue(variable);

    /// <summary>Ends all waits.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
            Dispose(disposing: true);
        _isDisposed = true;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <inheritdoc cref="IDisposable.Dispose"/>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    /// <summary>Waits for the engine. A cancelled wait ends the pipeline in the same way as Ctrl+C.</summary>
    private protected T Await<T>(Task<T> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            Log?.WriteTo(this);
        }
    }

    /// <inheritdoc cref="Await{T}(Task{T})"/>
    private protected void Await(Task task)
    {
        Await(Finish());

        async Task<bool> Finish()
        {
            await task.ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Waits until the task has completed (whatever its result) or the time has elapsed, and writes messages meanwhile.</summary>
    /// <param name="task">The task to wait for.</param>
    /// <param name="most">The longest wait; null for no limit.</param>
    /// <param name="meanwhile">Called several times per second.</param>
    private protected void AwaitEnd(Task task, TimeSpan? most, Action meanwhile)
    {
        var clock = Stopwatch.StartNew();
        while (!task.IsCompleted && (most is null || clock.Elapsed < most))
        {
            var rest = most is null ? Beat : TimeSpan.FromTicks(Math.Clamp((most.Value - clock.Elapsed).Ticks, 0, Beat.Ticks));
            try
            {
                Task.WaitAny([task], (int)rest.TotalMilliseconds, Cancellation);
            }
            catch (OperationCanceledException)
            {
                throw new PipelineStoppedException();
            }

            Log?.WriteTo(this);
            meanwhile();
        }
    }

    /// <summary>Writes an error, or ends the pipeline with it if everything that follows would fail for the same reason.</summary>
    private protected void WriteError(PaymentException exception, object? target)
    {
        var record = ErrorRecords.From(exception, target);
        if (exception.Error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected)
            ThrowTerminatingError(record);
        else
            WriteError(record);
    }
}
