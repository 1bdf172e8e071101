using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.Tests;

/// <summary>Sets the language of messages until it is disposed of.</summary>
internal sealed class UiCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public UiCulture(string name) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    // Tests expect English messages, whatever the language of the machine.
    [ModuleInitializer]
    internal static void Pin() =>
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
}
