using System.Net;
using Microsoft.Win32.SafeHandles;
using PaymentCustomers.Engine.Files;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The file that a run's rows come from.</summary>
/// <param name="Name">The file name, without its folder.</param>
/// <param name="Digest">The SHA-256 of the content.</param>
internal sealed record JournalInput(string Name, string Digest)
{
    /// <summary>A warning if no earlier run of the journal had this input; null if there is none.</summary>
    /// <param name="before">The inputs of the earlier runs, in order.</param>
    /// <param name="now">The input of this run; null if it is not known.</param>
    // Continuing with a corrected file is normal, but the user may also have chosen the wrong file.
    public static string? WarningOf(IReadOnlyList<JournalInput> before, JournalInput? now) =>
        now is null || before.Count == 0 || before.Any(input => input.Digest == now.Digest)
            ? null
            : before[0].Name == now.Name ? JournalMessages.InputChanged(now.Name) : JournalMessages.OtherInput(before[0].Name, now.Name);
}

/// <summary>What a journal records about its run, and the system functions that it uses, which tests replace.</summary>
internal sealed record JournalOptions
{
    /// <summary>The values that are given for all rows; null if they are not recorded.</summary>
    public IReadOnlyDictionary<CustomerField, string>? Given { get; init; }

    /// <summary>The file that the rows come from; null if they do not come from a file.</summary>
    public JournalInput? Input { get; init; }

    /// <summary>The announced number of rows; null if it is not known.</summary>
    public long? Rows { get; init; }

    /// <summary>The longest time until a request of the run has ended and can no longer be carried out. Other workers take over a row only after it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>The user and the password of a shared journal's database; null for those of the address and the environment.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>Receives messages for the user during the run. Called from any thread.</summary>
    public Action<string>? Tell { get; init; }

#pragma warning disable RS0030 // The default; the only use of the system clock.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Waits until the file is on the disk. Throws if it is not.</summary>
    public Action<SafeFileHandle> Sync { get; init; } = NativeFiles.Sync;

    /// <summary>Requests an exclusive lock. Returns false if another process holds it, and throws if the file system has no locks.</summary>
    public Func<SafeFileHandle, bool> TryLock { get; init; } = NativeFiles.TryLock;
}
