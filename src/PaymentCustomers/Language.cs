using System.Globalization;

namespace PaymentCustomers;

/// <summary>
/// The languages in which people are spoken to. Both stand side by side in the code, not in resource files: the module
/// loads in a load context of its own, where satellite assemblies would have to be found, loaded and paid for at
/// import, and the compiler sees that no sentence lacks its other half.
/// </summary>
internal static class Language
{
    // Asked at every sentence and never kept: one process may speak to several people.
    private static bool IsSpanish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es";

    /// <summary>The sentence in the language of the UI culture: Spanish if that is Spanish, else English.</summary>
    public static string Say(string english, string spanish) => IsSpanish ? spanish : english;

    /// <summary>A number the same way in every language, as a script may look for it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
