using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Imports;

/// <summary>A file to begin with: the columns that a provider takes and one example row; beside it a file that explains each column.</summary>
internal static class ImportTemplate
{
    private static readonly Dictionary<CustomerField, string> Examples = new()
    {
        [CustomerField.FirstName] = "Ana",
        [CustomerField.MiddleName] = "María",
        [CustomerField.LastName] = "Gómez",
        [CustomerField.Email] = "ana.gomez@example.com",
        [CustomerField.Phone] = "3001234567",
        [CustomerField.CountryCode] = "57",
        [CustomerField.CustomerType] = "natural",
        [CustomerField.DocumentType] = "CC",
        [CustomerField.DocumentNumber] = "1060500333",
        [CustomerField.EnableNotifications] = "false",
        [CustomerField.Nationality] = "CO",
        [CustomerField.BirthDate] = "1990-01-31",
        [CustomerField.Country] = "CO",
        [CustomerField.City] = "Bogotá",
        [CustomerField.State] = "Cundinamarca",
        [CustomerField.Postcode] = "110111",
        [CustomerField.AddressLine1] = "Cra.7#71-21",
        [CustomerField.AddressLine2] = "501",
        [CustomerField.Metadata] = """{"plan":"gold"}""",
    };

    /// <summary>Where the explanation lies: beside the template, of <c>customers.csv</c> in <c>customers.columns.csv</c>.</summary>
    public static string ExplanationOf(string path) => Path.ChangeExtension(path, ".columns.csv");

    /// <summary>Writes both files. None replaces one that is there: it may be filled in by now.</summary>
    /// <param name="path">Where the template goes.</param>
    /// <param name="provider">Whose columns it has.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: one of them is there already, or cannot be written.</exception>
    public static void Write(string path, PaymentProvider provider)
    {
        var explanation = ExplanationOf(path);
        foreach (var file in new[] { path, explanation })
        {
            if (File.Exists(file))
                throw OutputErrors.Of(WritingMessages.IsThere(file), WritingMessages.IsThereAction);
        }

        var fields = provider.Format.Fields;
        Write(explanation,
        [
            TemplateMessages.Headers,
            .. from field in fields
               let rule = FieldCatalog.Rule(field.Field)
               select new[]
               {
                   rule.Name, field.IsRequired ? TemplateMessages.Yes : "", TemplateMessages.Of(field.Field),
                   Examples.GetValueOrDefault(field.Field), string.Join(", ", rule.Aliases.Concat(rule.Columns)),
               },
        ]);
        Write(path, [fields.Select(field => field.Field.ToString()), fields.Select(field => Examples.GetValueOrDefault(field.Field))]);
    }

    private static void Write(string path, IEnumerable<IEnumerable<string?>> records)
    {
        // The mark is for spreadsheets, which would read accents wrongly without it.
        using var target = CsvTarget.Open(path, ',', withMark: true);
        foreach (var record in records)
            target.Write(record);
        target.Complete();
    }
}
