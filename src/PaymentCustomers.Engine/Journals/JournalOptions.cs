using Microsoft.Win32.SafeHandles;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The file that a run's rows come from.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Digest">The SHA-256 of its content.</param>
internal sealed record JournalInput(string Name, string Digest)
{
    /// <summary>What is to be told of an input that no earlier run of its journal has had; null if there is nothing to tell.</summary>
    /// <param name="before">The inputs of the earlier runs, in their order.</param>
    /// <param name="now">The input of this run; null where nobody knows.</param>
    // A file that was corrected goes on with its journal as a matter of course; who took the wrong one wants to know.
    public static string? WarningOf(IReadOnlyList<JournalInput> before, JournalInput? now) =>
        now is null || before.Count == 0 || before.Any(input => input.Digest == now.Digest)
            ? null
            : before[0].Name == now.Name ? JournalMessages.InputChanged(now.Name) : JournalMessages.OtherInput(before[0].Name, now.Name);
}

/// <summary>What a journal notes of its run, and what it needs of the machine, so that tests can give it another one.</summary>
internal sealed record JournalOptions
{
    /// <summary>The values that are given for all rows; null if nobody notes them.</summary>
    public IReadOnlyDictionary<CustomerField, string>? Given { get; init; }

    /// <summary>The file that the rows come from; null where they come from none.</summary>
    public JournalInput? Input { get; init; }

    /// <summary>How many rows the run announces; null if nobody knows.</summary>
    public long? Rows { get; init; }

    /// <summary>The longest that a request of the run, and what it may still cause, takes: so long a row must not be taken over.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>Told what people should know while the run goes on. Called from any thread.</summary>
    public Action<string>? Tell { get; init; }

#pragma warning disable RS0030 // The one place where the clock of the machine is named: the default.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Waits until the file is on the disk; throws if it is not.</summary>
    public Action<SafeFileHandle> Sync { get; init; } = NativeFiles.Sync;

    /// <summary>Locks the file for one alone; false if somebody else has it; throws where there are no locks.</summary>
    public Func<SafeFileHandle, bool> TryLock { get; init; } = NativeFiles.TryLock;
}
