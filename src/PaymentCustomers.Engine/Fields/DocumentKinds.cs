using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Kinds of identity document as Colombian programs write them: codes and names of the tax authority (DIAN), and short forms.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal);

    // The DIAN's names of kinds that no provider accepts.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal);

    // One kind per line: the value that is sent, then all its spellings.
    private const string Table =
        """
        CC;13;cc;cedula;cedula de ciudadania;cedula ciudadania;ced ciudadania;cedula ciudadana;cdc
        CE;22;ce;cedula de extranjeria;cedula extranjeria;ced extranjeria;cedula extranjera
        NIT;31;nit;numero de identificacion tributaria;numero identificacion tributaria;nit persona juridica
        PASSPORT;41;passport;pasaporte;pa;pp;pas;psp;numero de pasaporte
        """;

    private const string OtherTable =
        """
        Registro civil;11;rc;registro civil;registro civil de nacimiento
        Tarjeta de identidad;12;ti;tarjeta de identidad;tarjeta identidad
        Tarjeta de extranjería;21;te;tarjeta de extranjeria;tarjeta extranjeria
        Documento de identificación extranjero;42;die;de;documento de identificacion extranjero;documento extranjero;documento identificacion extranjero
        PEP;47;pep;permiso especial de permanencia
        PPT;48;ppt;permiso por proteccion temporal;permiso de proteccion temporal
        NIT de otro país;50;nit de otro pais;nit otro pais;nit extranjero
        NUIP;91;nuip
        """;

    static DocumentKinds()
    {
        Read(Table, Known);
        Read(OtherTable, Others);
    }

    /// <summary>The kind that a text names; null if it names none.</summary>
    // Most files have the values that are sent.
    public static string? Find(string text) => Array.IndexOf(FieldChoices.DocumentTypes, text) is var place and >= 0 ? FieldChoices.DocumentTypes[place] : Find(text, Known);

    /// <summary>The DIAN's name of a kind that no provider accepts; null if the text names none.</summary>
    public static string? FindOther(string text) => Find(text, Others);

    /// <summary>A label may name the kind twice: <c>CC - Cédula de ciudadanía</c>, <c>13 (Cédula)</c>. Both must be the same kind.</summary>
    private static string? Find(string text, Dictionary<string, string> names)
    {
        var folded = Fold(text);
        if (names.TryGetValue(folded, out var whole))
            return whole;
        string? found = null;
        foreach (var part in text.Split(['(', ')', '[', ']', ':', '/', '|', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Fold(part) is not { Length: > 0 } label)
                continue;
            if (!names.TryGetValue(label, out var kind) || (found ??= kind) != kind)
                return null;
        }

        return found;
    }

    private static string Fold(string text) => string.Join(' ', Accents.Remove(text).ToLowerInvariant()
        .Replace(".", "", StringComparison.Ordinal).Replace('_', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Read(string table, Dictionary<string, string> names)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var words = line.Split(';');
            foreach (var word in words.Skip(1))
                names.Add(word, words[0]);
        }
    }
}
