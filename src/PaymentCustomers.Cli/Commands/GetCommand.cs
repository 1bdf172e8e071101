using System.CommandLine;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Customers;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers get</c>.</summary>
internal sealed class GetCommand : CustomerCommand
{
    private readonly Argument<string[]> _ids;

    private readonly Option<bool> _json = new("--json") { Description = "Write each customer as a JSON object, one on each line." };

    public GetCommand(CliHost host)
        : base(host, "get", "Show customers by their ids, with all their fields.")
    {
        _ids = Ids();
        Add(_ids);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var (client, sender) = await OpenAsync(result, cancellation);
        var reader = new CustomerReader(client, sender);
        var view = new CustomerView(Host, result.GetValue(_json));
        var missing = 0;
        foreach (var id in result.GetRequiredValue(_ids).Distinct())
        {
            try
            {
                view.Show(await reader.RetrieveAsync(id, cancellation));
            }
            catch (PaymentException e) when (e.Error.Id == PaymentErrorId.CustomerNotFound)
            {
                missing++;
                Host.Fail(e.Message, null);
            }
        }

        return missing == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
