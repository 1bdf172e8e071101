using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.Tests;

/// <summary>The language that people are spoken to in, for as long as this is not disposed of.</summary>
internal sealed class UiCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public UiCulture(string name) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    // Tests read English, whatever the language of the machine.
    [ModuleInitializer]
    internal static void Pin() =>
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
}
