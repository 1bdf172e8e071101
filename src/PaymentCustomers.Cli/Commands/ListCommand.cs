using System.CommandLine;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Customers;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers list</c>.</summary>
internal sealed class ListCommand : CustomerCommand
{
    private readonly FilterOptions _filter = new();

    private readonly Option<long?> _first = new("--first") { Description = "The maximum number of customers to show.", HelpName = "N", CustomParser = OptionParsers.Count };

    private readonly Option<bool> _json = new("--json") { Description = "Write each customer with all its fields as a JSON object, one on each line, instead of a table." };

    public ListCommand(CliHost host)
        : base(host, "list", "List the customers at the provider.")
    {
        _filter.AddTo(this);
        Add(_first);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var (client, sender) = await OpenAsync(result, cancellation);
        var view = new CustomerView(Host, result.GetValue(_json));
        var left = result.GetValue(_first) ?? long.MaxValue;
        await foreach (var page in new CustomerList(client, sender).PagesAsync(_filter.Read(result, client.Provider), cancellation))
        {
            var shown = page.Customers.Take((int)Math.Min(left, int.MaxValue)).ToArray();
            left -= shown.Length;
            // Stop if the reader of the output has gone.
            if (!view.Add(shown) || left == 0)
                break;
        }

        view.End();
        return ExitCode.Done;
    }
}
