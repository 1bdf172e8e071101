using System.Globalization;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Writes customers to a CSV file with the columns that an import reads: the provider's fields, with values that only the provider sets around them.</summary>
internal sealed class CustomerFile : IDisposable
{
    private readonly CsvTarget _target;
    private readonly CustomerField[] _fields;

    private CustomerFile(CsvTarget target, PaymentProvider provider)
    {
        _target = target;
        _fields = [.. provider.Format.Fields.Select(field => field.Field)];
        _target.Write([nameof(PaymentCustomer.Id), .. _fields.Select(field => field.ToString()), nameof(PaymentCustomer.Created), nameof(PaymentCustomer.Updated)]);
    }

    /// <summary>The number of customers written.</summary>
    public long Rows { get; private set; }

    /// <summary>Creates a file with a byte order mark, without which spreadsheets misread accents. An existing file is replaced only when the new one is complete.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public static CustomerFile Open(string path, PaymentProvider provider)
    {
        var target = CsvTarget.Open(path, ',', withMark: true);
        try
        {
            return new CustomerFile(target, provider);
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public void Write(PaymentCustomer customer)
    {
        Rows++;
        _target.Write([customer.Id, .. _fields.Select(field => customer[field]), Time(customer.Created), Time(customer.Updated)]);
    }

    /// <summary>Completes the file and moves it to its final name.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be completed.</exception>
    public void Complete() => _target.Complete();

    public void Dispose() => _target.Dispose();

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
