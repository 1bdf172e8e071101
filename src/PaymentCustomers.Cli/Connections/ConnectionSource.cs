using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.Cli.Connections;

/// <summary>Opens the connection that the command line describes.</summary>
internal static class ConnectionSource
{
    /// <param name="host">The world around the program.</param>
    /// <param name="arguments">What the command line says.</param>
    /// <param name="needsCredential">False where nothing is sent, or only to the emulator: then one that is worth nothing will do.</param>
    /// <param name="cancellation">Ends the wait for standard input.</param>
    /// <exception cref="CliException">Standard input was asked for and holds no credential.</exception>
    /// <exception cref="PaymentException">It cannot be opened.</exception>
    public static async Task<PaymentConnection> OpenAsync(CliHost host, ConnectionArguments arguments, bool needsCredential, CancellationToken cancellation)
    {
        var credential = await CredentialSource.FindAsync(host, arguments, cancellation);
        if (credential is null && !needsCredential)
            credential = EmulatorCredential.Of(arguments.Provider, arguments.Environment);
        return ConnectionFactory.Open(new ConnectionRequest(arguments.Provider.Name)
        {
            Credential = credential,
            Variable = host.Variable,
            Environment = arguments.Environment,
            BaseUri = arguments.BaseUri,
            Account = arguments.Account,
            Options = new Dictionary<string, string?> { [nameof(PaymentConnection.AppId)] = arguments.AppId },
            Proxy = arguments.Proxy,
        });
    }
}
