using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace PaymentCustomers.Soak;

/// <summary>Writes the results of the soak test, as a table and as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    // Without a terminal the width is arbitrary. The lines stay below 80 characters anyway.
    private const int WidthWithoutTerminal = 120;

    public static void Write(IReadOnlyList<CellResult> results)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthWithoutTerminal;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        foreach (var provider in results.GroupBy(result => result.Provider))
            AnsiConsole.Write(Table(provider.Key, provider));
        foreach (var result in results.Where(result => result.InDoubt is not null))
        {
            Console.WriteLine(
                $"{result.Provider}, {result.Cell} during the run; rows in doubt after each: {string.Join(", ", result.InDoubt!)}");
        }

        foreach (var result in results)
        {
            foreach (var detail in result.Details)
                Console.WriteLine($"{result.Provider}, {result.Cell}: {detail}");
        }

        Console.WriteLine(Closing(results));
    }

    public static void WriteJson<T>(IReadOnlyList<T> results, string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(results, Json));

    public static string Closing(IReadOnlyList<CellResult> results) => string.Create(CultureInfo.InvariantCulture,
        $"soak: {results.Count} cells, {results.Sum(result => result.Lost)} lost, {results.Sum(result => result.Twice)} twice, {results.Sum(result => result.Unaccounted)} unaccounted, {results.Sum(result => result.Unknown)} unknown");

    private static Table Table(string provider, IEnumerable<CellResult> results)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var header in new[]
        {
            provider, "rows", "cre-\nated", "dup-\nlic.", "fail-\ned", "un-\nkn.", "re-\nsum.", "lost", "twi-\nce", "un-\nacc.", "re-\nquests", "sec.",
        })
        {
            table.AddColumn(new TableColumn(header)
            {
                Padding = new Padding(0),
                NoWrap = true,
                Alignment = header == provider ? Justify.Left : Justify.Right,
            });
        }

        foreach (var result in results)
        {
            table.AddRow([
                result.Cell,
                Text(result.Rows),
                Text(result.Created),
                Text(result.Duplicate),
                Text(result.Failed),
                Text(result.Unknown),
                Text(result.Resumed),
                Finding(result.Lost),
                Finding(result.Twice),
                Finding(result.Unaccounted),
                Text(result.Requests),
                result.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
            ]);
        }

        return table;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Finding(int number) => number == 0 ? "0" : $"[red]{Text(number)}[/]";
}
