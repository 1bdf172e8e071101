using System.Collections.Concurrent;
using System.Management.Automation;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.PowerShell;

/// <summary>Queues the engine's log messages until the pipeline's thread, the only one that may write, writes them.</summary>
internal sealed class PipelineLog : IEngineLog
{
    private readonly ConcurrentQueue<(bool IsDebug, string Message)> _entries = new();

    private PipelineLog(bool wantsDebug) => WantsDebug = wantsDebug;

    public bool WantsDebug { get; }

    /// <summary>A log if the user sees any of its messages; otherwise null.</summary>
    public static PipelineLog? For(PSCmdlet cmdlet)
    {
        var wantsDebug = IsWanted(cmdlet, "Debug", "DebugPreference");
        return wantsDebug || IsWanted(cmdlet, "Verbose", "VerbosePreference") ? new PipelineLog(wantsDebug) : null;
    }

    public void Verbose(string message) => _entries.Enqueue((false, message));

    public void Debug(string message) => _entries.Enqueue((true, message));

    /// <summary>Writes the queued messages. Addresses and bodies come from servers and are cleaned here.</summary>
    public void WriteTo(Cmdlet cmdlet)
    {
        while (_entries.TryDequeue(out var entry))
        {
            if (entry.IsDebug)
                cmdlet.WriteDebug(PrintableText.Line(entry.Message));
            else
                cmdlet.WriteVerbose(PrintableText.Line(entry.Message));
        }
    }

    private static bool IsWanted(PSCmdlet cmdlet, string parameter, string preference) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.TryConvertTo<ActionPreference>(cmdlet.GetVariableValue(preference), out var action)
                && action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
