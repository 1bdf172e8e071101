using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;

namespace PaymentCustomers.Cli.Connections;

/// <summary>Opens the connection that the command line defines.</summary>
internal static class ConnectionSource
{
    /// <param name="host">The environment of the program.</param>
    /// <param name="arguments">The command line arguments.</param>
    /// <param name="needsCredential">False if nothing is sent, or only to the emulator. A dummy credential is used then.</param>
    /// <param name="cancellation">Cancels reading from standard input.</param>
    /// <exception cref="CliException">The credential was to be read from standard input, which does not contain one.</exception>
    /// <exception cref="PaymentException">The connection cannot be opened.</exception>
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
