using System.Globalization;

namespace PaymentCustomers;

/// <summary>
/// The languages of messages. English and Spanish are written side by side in the code instead of in resource files: the
/// module runs in its own load context, where satellite assemblies would have to be located and loaded at import; and the
/// compiler makes sure that no sentence lacks its translation.
/// </summary>
internal static class Language
{
    // Evaluated for every sentence and never cached: one process may serve users with different languages.
    private static bool IsSpanish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es";

    /// <summary>The sentence in the language of the UI culture: Spanish if that is Spanish, else English.</summary>
    public static string Say(string english, string spanish) => IsSpanish ? spanish : english;

    /// <summary>A number in the invariant culture, so that scripts can search messages for it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
