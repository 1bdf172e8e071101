using System.CommandLine;
using System.Globalization;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Imports;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers export</c>.</summary>
internal sealed class ExportCommand : CustomerCommand
{
    private readonly FilterOptions _filter = new();

    private readonly Option<string?> _output = new("--output") { Description = "The file to write, as CSV in UTF-8. An existing file is replaced when the new one is complete.", HelpName = "FILE", Required = true };

    public ExportCommand(CliHost host)
        : base(host, "export", "Write the customers at the provider to a CSV file, with columns that the import command can read.")
    {
        _filter.AddTo(this);
        Add(_output);
        this.RefuseBlank(_output);
    }

    protected override async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var (client, sender) = await OpenAsync(result, cancellation);
        var filter = _filter.Read(result, client.Provider);
        var path = result.GetRequiredValue(_output)!;
        using var file = CustomerFile.Open(path, client.Provider);
        await foreach (var page in new CustomerList(client, sender).PagesAsync(filter, cancellation))
        {
            foreach (var customer in page.Customers)
                file.Write(customer);
        }

        file.Complete();
        CliHost.Tell(() => Host.Out.WriteLine(Printable.Line(string.Create(CultureInfo.InvariantCulture, $"{file.Rows:N0} {(file.Rows == 1 ? "customer" : "customers")}: {path}"))));
        return ExitCode.Done;
    }
}
