using System.CommandLine;
using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Cli.Commands;

/// <summary>A command for existing customers.</summary>
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
    /// <exception cref="CliException">The credential was to be read from standard input, which does not contain one.</exception>
    /// <exception cref="PaymentException">The connection cannot be opened.</exception>
    protected async Task<(ProviderClient Client, RequestSender Sender)> OpenAsync(ParseResult result, CancellationToken cancellation)
    {
        var arguments = _connection.Read(result);
        var connection = await ConnectionSource.OpenAsync(Host, arguments, needsCredential: true, cancellation);
        var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = arguments.Timeout, Clock = Host.Clock });
        return (client, RequestSender.Alone(client, arguments.MaximumRetryCount));
    }

    /// <summary>An argument for ids. Each is checked: a blank id would request the whole list, and one that starts like an option is a mistake.</summary>
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
