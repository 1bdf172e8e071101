namespace PaymentCustomers.Help;

/// <summary>A language of the help, with the texts that the tool adds itself.</summary>
/// <param name="Tag">The name of its folders, in docs/cmdlets and in the module.</param>
internal sealed record HelpLanguage(string Tag)
{
    public static HelpLanguage English { get; } = new("en-US")
    {
        Headings = [],
        StandardParameters = new()
        {
            ["WhatIf"] = "Shows what would happen. Nothing is changed.",
            ["Confirm"] = "Asks before each change.",
            ["First"] = "Writes this many objects, and no more.",
            ["Skip"] = "Leaves out this many objects, then writes the rest.",
            ["IncludeTotalCount"] = "Says first how many objects there are in all, and how sure that number is.",
        },
        Field = "Field",
        SentAs = "Sent as",
        Aliases = "Also read from",
        FieldLegend = "R: every customer needs it. P: personal, masked in messages and logs. Sent as -: not sent under a name of its own.",
    };

    public static HelpLanguage Spanish { get; } = new("es")
    {
        Headings = new()
        {
            ["TOPIC"] = "TEMA",
            ["SHORT DESCRIPTION"] = "DESCRIPCIÓN BREVE",
            ["LONG DESCRIPTION"] = "DESCRIPCIÓN DETALLADA",
            ["ERRORS"] = "ERRORES",
            ["Example"] = "Ejemplo",
            ["None"] = "Ninguno",
        },
        StandardParameters = new()
        {
            ["WhatIf"] = "Muestra lo que pasaría. No se cambia nada.",
            ["Confirm"] = "Pregunta antes de cada cambio.",
            ["First"] = "Escribe esta cantidad de objetos y ninguno más.",
            ["Skip"] = "Omite esta cantidad de objetos y escribe los demás.",
            ["IncludeTotalCount"] = "Dice primero cuántos objetos hay en total y qué tan seguro es ese número.",
        },
        Field = "Campo",
        SentAs = "Se envía como",
        Aliases = "También se lee de",
        FieldLegend = "R: todo cliente lo necesita. P: personal, se oculta en mensajes y registros. Se envía como -: no se envía con un nombre propio.",
    };

    public static IReadOnlyList<HelpLanguage> All { get; } = [English, Spanish];

    /// <summary>Translations of the pages' headings, which are English in the source of every language.</summary>
    public required Dictionary<string, string> Headings { get; init; }

    public required Dictionary<string, string> StandardParameters { get; init; }

    public required string Field { get; init; }

    public required string SentAs { get; init; }

    public required string Aliases { get; init; }

    public required string FieldLegend { get; init; }

    public string Heading(string text) => Headings.GetValueOrDefault(text, text);
}
