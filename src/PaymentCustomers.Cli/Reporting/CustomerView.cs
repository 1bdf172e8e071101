using System.Globalization;
using PaymentCustomers.Engine.Fields;
using Spectre.Console;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>Shows customers: as a table or a list of fields for people, as JSON Lines for programs.</summary>
internal sealed class CustomerView(CliHost host, bool wantsJson)
{
    private const int NameWidth = 21;

    private readonly Table _table = new Table().SimpleBorder().AddColumns("Id", "Name", "Document", "Email", "Phone");

    /// <summary>Adds customers of a list. A table is shown at the end, when its column widths are known.</summary>
    /// <returns>False if the reader of the output has gone.</returns>
    public bool Add(IReadOnlyList<PaymentCustomer> customers)
    {
        if (wantsJson)
            return CliHost.Tell(() => WriteJson(customers)) is null;
        foreach (var customer in customers)
            _table.AddRow(Cell(customer.Id), Cell(customer.Name), Cell($"{customer.DocumentType} {customer.DocumentNumber}".Trim()), Cell(customer.Email), Cell(customer.Phone));
        return true;
    }

    public void End()
    {
        if (!wantsJson)
        {
            CliHost.Tell(() =>
            {
                host.Console.Write(_table);
                host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_table.Rows.Count:N0} {(_table.Rows.Count == 1 ? "customer" : "customers")}"));
            });
        }
    }

    /// <summary>Shows one customer with all its values.</summary>
    public void Show(PaymentCustomer customer) => CliHost.Tell(() =>
    {
        if (wantsJson)
        {
            WriteJson([customer]);
            return;
        }

        Fact(nameof(customer.Id), customer.Id);
        foreach (var rule in FieldCatalog.All)
            Fact(rule.Name, customer[rule.Field]);
        Fact(nameof(customer.Created), customer.Created?.ToString("yyyy-MM-dd HH:mm:ssK", CultureInfo.InvariantCulture));
        Fact(nameof(customer.Updated), customer.Updated?.ToString("yyyy-MM-dd HH:mm:ssK", CultureInfo.InvariantCulture));
        host.Out.WriteLine();
    });

    private void Fact(string name, string? value)
    {
        if (value is not null)
            host.Out.WriteLine(Printable.Line($"{name.PadRight(NameWidth)}{value}"));
    }

    private void WriteJson(IEnumerable<PaymentCustomer> customers)
    {
        foreach (var customer in customers)
            host.Out.WriteLine(CustomerJson.Line(customer));
    }

    private static Text Cell(string? text) => new(Printable.Line(text ?? ""));
}
