using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Finds the lines that reports have below their table: totals, page numbers, the time of printing.</summary>
internal static partial class ReportLine
{
    /// <summary>The name field that has such a line; null if the row has any other field, or its name may be a customer's.</summary>
    /// <param name="draft">The row.</param>
    public static CustomerField? Find(Draft draft)
    {
        CustomerField? name = null;
        foreach (var rule in FieldCatalog.Span)
        {
            if (draft[rule.Field] is null || draft.ColumnOf(rule.Field) is null)
                continue;
            if (name is not null || !FieldCatalog.IsName(rule.Field))
                return null;
            name = rule.Field;
        }

        return name is { } only && Line().IsMatch(draft[only]!) ? name : null;
    }

    [GeneratedRegex(
        """
        ^\W*(?:gran\ |grand\ |sub)?total(?:es|s)?\b(?:.*[:0-9]|\W*$)
        |\b(?:page|p[aá]gina|p[aá]g)\.?\s*[0-9]
        |^\W*[0-9]+\s+(?:rows?|records?|customers?|contacts?|filas?|registros?|clientes?|contactos?|terceros?)\b
        |\b[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}\b|\b[0-9]{1,2}:[0-9]{2}\b
        |^(?:fin|end)\ (?:del?|of)\ (?:the\ )?(?:reporte|informe|archivo|listado|report|file|list)\b
        |^(?:generado|impreso|exportado|generated|printed|exported)\ (?:por|el|by|on|from|with|con)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
