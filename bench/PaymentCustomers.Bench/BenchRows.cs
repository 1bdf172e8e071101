using System.Globalization;
using System.Text;

namespace PaymentCustomers.Bench;

/// <summary>The rows, which are the same for all contestants and in every run. No value needs quotes in a CSV file.</summary>
internal static class BenchRows
{
    /// <summary>The number of the first warm-up row. Other rows have lower numbers: the largest run has 10,000,000.</summary>
    public const int FirstOfWarmUp = 20_000_000;

    private static readonly string[] FirstNames = ["José", "María", "Sofía", "Ángel", "Núria", "Ana", "Renée", "Carlos", "Lucía", "Andrés"];
    private static readonly string[] LastNames = ["Muñoz", "Peña", "García Márquez", "Yáñez", "Gómez", "Müller", "Rodríguez", "Ortiz Vélez"];

    public static string[] Columns { get; } =
    [
        "user_type", "first_name", "last_name", "email", "phone", "document_type", "document_number", "enable_notifications", "nationality", "birthdate",
    ];

    public static IEnumerable<string[]> Take(int count, int first = 1) => Enumerable.Range(first, count).Select(Row);

    public static void WriteCsv(string path, int count, int first = 1)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine(string.Join(',', Columns));
        foreach (var row in Take(count, first))
            file.WriteLine(string.Join(',', row));
    }

    private static string[] Row(int number) =>
    [
        "natural",
        FirstNames[number % FirstNames.Length],
        LastNames[number % LastNames.Length],
        string.Create(CultureInfo.InvariantCulture, $"customer.{number}@example.com"),
        string.Create(CultureInfo.InvariantCulture, $"+57{3_000_000_000 + number}"),
        "CC",
        (1_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
        "false",
        "CO",
        string.Create(CultureInfo.InvariantCulture, $"19{50 + (number % 50)}-0{1 + (number % 9)}-1{number % 10}"),
    ];
}
