using System.Management.Automation;
using System.Reflection;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// -Debug asks to see messages. PowerShell makes more of it: it stops at each verbose message and warning (before 7.5 at
/// each debug message too) to ask whether to go on, and asks before each row, in the midst of what is being created. Its
/// switch is taken back and the stream that was asked for is shown. What that needs is not public: where a PowerShell does
/// not have it, all stays as PowerShell has it.
/// </summary>
internal static class DebugWithoutPrompts
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Called before the first row, when the switches are known.</summary>
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
