using System.Diagnostics;
using System.Globalization;

namespace PaymentCustomers.Soak;

/// <summary>One of several processes that process the same file with the same journal.</summary>
internal sealed class SharedWorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private bool _isDisposed;

    private SharedWorkerProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The outcomes that it reported.</summary>
    public List<RowOutcome> Outcomes { get; } = [];

    public bool HasExited => _isDisposed || _process.HasExited;

    public static SharedWorkerProcess Start(Cell cell, SoakOptions options, string journal, Uri address) => new(KillCell.Start(cell, options, journal, address));

    public void Kill() => _process.Kill();

    /// <summary>Suspends the process for a time, like a machine that sleeps.</summary>
    public async Task StopAsync(TimeSpan time)
    {
        Signal("STOP");
        await Task.Delay(time);
        if (!HasExited)
            Signal("CONT");
    }

    /// <summary>Waits until the process ends.</summary>
    /// <returns>Whether it has ended every row.</returns>
    public async Task<bool> WaitAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        var errors = await _errors;
        return _process.ExitCode switch
        {
            0 => true,
            Worker.Stopped or 137 => false,
            var code => throw new InvalidOperationException($"A worker ended with {code}: {errors}"),
        };
    }

    /// <summary>Compares its outcomes with the stored customers.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isTriedAgain">Whether another worker may have sent failed rows again in the meantime.</param>
    public Findings Compare(Cell cell, bool isTriedAgain)
    {
        // A row that was taken over may have been created by the previous worker. A provider that marks replays reports it as existing.
        var ledger = new Ledger(cell.Rows, cell.Connection) { MayExist = true, IsTriedAgain = isTriedAgain };
        Outcomes.ForEach(ledger.Add);
        return ledger.Compare(Stored.Of(cell.Emulator.Store, cell.Provider));
    }

    public void Dispose()
    {
        _isDisposed = true;
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (RowOutcome.FromLine(line) is { } outcome)
                Outcomes.Add(outcome);
        }
    }
}
