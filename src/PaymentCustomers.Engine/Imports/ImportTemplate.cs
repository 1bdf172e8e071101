using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Writes a template to fill in: a file with a provider's columns and an example row, and a second file that explains each column.</summary>
internal static class ImportTemplate
{
    /// <summary>The path of the explanation, next to the template: for <c>customers.csv</c>, <c>customers.columns.csv</c>.</summary>
    public static string ExplanationOf(string path) => Path.ChangeExtension(path, ".columns.csv");

    /// <summary>Writes both files. Existing files are not overwritten, because the user may have filled them in.</summary>
    /// <param name="path">The path of the template.</param>
    /// <param name="provider">The provider whose columns it has.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: one of the files exists, or cannot be written.</exception>
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
                   FieldExamples.Of(field.Field), string.Join(", ", rule.Aliases.Concat(rule.Columns)),
               },
        ]);
        Write(path, [fields.Select(field => field.Field.ToString()), fields.Select(field => FieldExamples.Of(field.Field))]);
    }

    private static void Write(string path, IEnumerable<IEnumerable<string?>> records)
    {
        // Without the byte order mark, spreadsheets would misread accents.
        using var target = CsvTarget.Open(path, ',', withMark: true);
        foreach (var record in records)
            target.Write(record);
        target.Complete();
    }
}
