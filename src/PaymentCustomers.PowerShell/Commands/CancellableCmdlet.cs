using System.Diagnostics;
using System.Management.Automation;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>
/// A cmdlet that can wait for the engine: Ctrl+C and a pipeline that wants no more end the wait, and what the engine
/// tells meanwhile is written on the pipeline's own thread.
/// </summary>
public abstract class CancellableCmdlet : PSCmdlet, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _cancellation = new();
    private PipelineLog? _log;
    private bool _isLogKnown;
    private bool _isDisposed;

    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The engine's log; null if nobody wants to read it.</summary>
    private protected PipelineLog? Log
    {
        get
        {
            // Asked for with every row.
            if (!_isLogKnown)
                (_log, _isLogKnown) = (PipelineLog.For(this), true);
            return _log;
        }
    }

    /// <summary>What a common parameter says, or where it is not given the preference behind it.</summary>
    private protected object? Preference(string parameter, string variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var given) ? given : GetVariableValue(variable);

    /// <summary>Ends every wait.</summary>
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

    /// <summary>Waits for the engine; a cancelled wait ends the pipeline as Ctrl+C does everywhere.</summary>
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

    /// <summary>Waits until the task has ended, however it ended, or the time is over, and writes meanwhile.</summary>
    /// <param name="task">What is waited for.</param>
    /// <param name="most">The longest wait; null for none.</param>
    /// <param name="meanwhile">Called a few times a second.</param>
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

    /// <summary>Writes an error, or ends the pipeline with it if what follows would fail for the same reason.</summary>
    private protected void WriteError(PaymentException exception, object? target)
    {
        var record = ErrorRecords.From(exception, target);
        if (exception.Error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected)
            ThrowTerminatingError(record);
        else
            WriteError(record);
    }
}
