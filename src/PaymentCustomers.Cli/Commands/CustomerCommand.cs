using System.CommandLine;
using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Cli.Commands;

/// <summary>A command about customers that a provider has.</summary>
internal abstract class CustomerCommand : Command
{
    private readonly ConnectionOptions _connection = new();

    protected CustomerCommand(CliHost host, string name, string description)
        : base(name, description)
    {
        Host = host;
        _connection.AddTo(this);
        SetAction(RunAsync);
    }

    protected CliHost Host { get; }

    protected abstract Task<int> RunAsync(ParseResult result, CancellationToken cancellation);

    /// <summary>Opens the connection.</summary>
    /// <exception cref="CliException">Standard input was asked for and holds no credential.</exception>
    /// <exception cref="PaymentException">It cannot be opened.</exception>
    protected async Task<(ProviderClient Client, RequestSender Sender)> OpenAsync(ParseResult result, CancellationToken cancellation)
    {
        var arguments = _connection.Read(result);
        var connection = await ConnectionSource.OpenAsync(Host, arguments, needsCredential: true, cancellation);
        var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = arguments.Timeout, Clock = Host.Clock });
        return (client, RequestSender.Alone(client, arguments.MaximumRetryCount));
    }

    /// <summary>An argument for ids, each of which is looked at: a blank one would ask for the whole list, one that begins like an option is a mistake.</summary>
    protected Argument<string[]> Ids()
    {
        var ids = new Argument<string[]>("ID") { Description = "The provider's id of the customer. You can specify several.", Arity = ArgumentArity.OneOrMore };
        ids.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (string.IsNullOrWhiteSpace(token.Value))
                    result.AddError("ID: the value is empty.");
                else if (token.Value[0] == '-')
                    result.AddError($"'{CommandLine.WithoutValue(token.Value)}' is not an option of {Name}.");
            }
        });
        return ids;
    }
}
