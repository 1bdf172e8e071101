using System.Management.Automation;
using System.Reflection;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// -Debug should only show messages. PowerShell also stops at each verbose message and warning (before 7.5 at each debug message
/// too) to ask whether to continue, and asks before each row, while customers are being created. This class resets the switch and
/// shows the debug stream instead. The members that it needs are not public. Where a PowerShell version does not have them,
/// -Debug behaves as usual.
/// </summary>
internal static class DebugWithoutPrompts
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Called before the first row, when the switches are bound.</summary>
    public static void Apply(PSCmdlet cmdlet)
    {
        if (!cmdlet.MyInvocation.BoundParameters.TryGetValue("Debug", out var given) || !LanguagePrimitives.IsTrue(given))
            return;
        var runtime = cmdlet.CommandRuntime;
        var debug = runtime.GetType().GetProperty("Debug", Internal);
        var preference = runtime.GetType().GetProperty("DebugPreference", Internal);
        if (debug?.SetMethod is null || preference?.SetMethod is null || preference.PropertyType != typeof(ActionPreference))
            return;
        preference.SetValue(runtime, ActionPreference.Continue);
        debug.SetValue(runtime, debug.PropertyType == typeof(bool) ? false : new SwitchParameter(false));
    }
}
