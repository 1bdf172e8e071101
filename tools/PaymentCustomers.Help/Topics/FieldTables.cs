using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Help.Topics;

/// <summary>Tables of the fields that each provider accepts, from the engine's catalog.</summary>
internal static class FieldTables
{
    public static IEnumerable<(string Provider, Table Table)> Write(HelpLanguage language, int line) =>
        from provider in PaymentProviders.All.Select(PaymentProviders.Describe)
        let rows = from field in provider.Fields
                   select (string[])
                   [
                       field.Name, field.WireName ?? "-", Mark(field.IsRequired, "R"), Mark(field.IsPersonal, "P"), string.Join(", ", field.Aliases.Concat(field.Columns)),
                   ]
        select (provider.Name, new Table(line, [[language.Field, language.SentAs, "R", "P", language.Aliases], .. rows]));

    private static string Mark(bool isSo, string mark) => isSo ? mark : "";
}
