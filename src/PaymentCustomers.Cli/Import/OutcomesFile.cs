using System.Globalization;
using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary>Every row of the input with what became of it, flat, in columns that can be imported again.</summary>
internal sealed class OutcomesFile
{
    private static readonly FieldRule[] Fields = [.. FieldCatalog.All.Where(rule => rule.Field != CustomerField.IdempotencyKey)];

    private readonly CsvTarget _target;
    private readonly string _provider;

    public OutcomesFile(CsvTarget target, PaymentProvider provider)
    {
        _target = target;
        _provider = provider.Name;
        _target.Write([
            nameof(PaymentCustomerResult.Row), nameof(PaymentCustomerResult.Outcome), nameof(PaymentCustomer.Provider), nameof(PaymentCustomer.Id),
            nameof(CustomerField.IdempotencyKey), .. Fields.Select(rule => rule.Name),
        ]);
    }

    public void Write(RowReport row) => _target.Write([
        row.Draft.Row.ToString(CultureInfo.InvariantCulture), row.Outcome?.ToString() ?? "Valid", _provider, row.Customer?.Id,
        row.Error?.IdempotencyKey ?? Value(row, CustomerField.IdempotencyKey), .. Fields.Select(rule => Value(row, rule.Field)),
    ]);

    private static string? Value(RowReport row, CustomerField field) =>
        row.Customer is { } customer ? customer[field] : row.Draft[field];
}
