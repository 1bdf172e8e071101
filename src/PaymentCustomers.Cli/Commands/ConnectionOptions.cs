using System.CommandLine;
using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

/// <summary>The options for the provider, the account and the requests.</summary>
internal sealed class ConnectionOptions
{
    private const int DefaultTimeout = 60;

    private readonly Option<PaymentProvider?> _provider = new("--provider")
    {
        Description = "The provider.",
        HelpName = string.Join('|', PaymentProviders.Names),
        Required = true,
        CustomParser = OptionParsers.Provider,
    };

    private readonly Option<Uri?> _baseUri = new("--base-uri") { Description = "The base address to use instead of the provider's own address.", HelpName = "URI", CustomParser = OptionParsers.BaseUri };

    private readonly Option<PaymentEnvironment?> _environment = new("--environment")
    {
        Description = "Dots: sandbox by default. OnePay: the key determines the environment, and this option must match it.",
        HelpName = "sandbox|production",
        CustomParser = OptionParsers.Environment,
    };

    private readonly Option<bool> _credential = new("--credential-stdin")
    {
        Description = "Read the credential from standard input. OnePay: one line with the key. Dots: two lines with the client id and the key.",
    };

    private readonly Option<string?> _account = new("--account")
    {
        Description = "A name for the account, so that idempotency keys stay the same when the key is changed.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _appId = new("--app-id") { Description = "Dots: the app to use with the key of an organization.", HelpName = "ID" };

    private readonly Option<Uri?> _proxy = new("--proxy") { Description = "The proxy to use. The default is the proxy of the system.", HelpName = "URI", CustomParser = OptionParsers.Proxy };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "The maximum time of one request.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => DefaultTimeout,
        CustomParser = OptionParsers.Seconds,
    };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "The maximum number of retries of a request. Only requests that are safe to repeat are retried.",
        HelpName = "N",
        DefaultValueFactory = _ => new RunOptions().MaximumRetryCount,
        CustomParser = OptionParsers.Whole(0, 20),
    };

    /// <summary>Adds the options that determine customers and rules, without those for requests.</summary>
    public void AddOfflineTo(Command command)
    {
        _provider.CompletionSources.Add(_ => PaymentProviders.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        _environment.CompletionSources.Add(_ => [new("sandbox"), new("production")]);
        command.Add(_provider);
        command.Add(_environment);
    }

    /// <summary>Adds all options.</summary>
    public void AddTo(Command command)
    {
        AddOfflineTo(command);
        foreach (var option in new Option[] { _baseUri, _credential, _account, _appId, _proxy, _timeout, _retries })
            command.Add(option);
        command.RefuseBlank(_account, _appId);
    }

    /// <summary>The provider on the command line; null if none or an unknown one is named.</summary>
    public PaymentProvider? Provider(System.CommandLine.Parsing.CommandResult result) =>
        result.GetResult(_provider) is { } given && !given.Errors.Any() ? result.GetValue(_provider) : null;

    /// <summary>Whether a base address is given.</summary>
    public bool HasBaseUri(System.CommandLine.Parsing.CommandResult result) => result.GetResult(_baseUri) is not null;

    /// <summary>Reads the values, for a command with all options or only those for offline use.</summary>
    public ConnectionArguments Read(ParseResult result) => new(result.GetRequiredValue(_provider)!)
    {
        Environment = result.GetValue(_environment),
        BaseUri = result.GetValue(_baseUri),
        ReadsCredential = result.GetValue(_credential),
        Account = result.GetValue(_account),
        AppId = result.GetValue(_appId),
        Proxy = result.GetValue(_proxy),
        Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
        MaximumRetryCount = result.GetValue(_retries),
    };
}
