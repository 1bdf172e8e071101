using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Connections;

/// <summary>Reads the credential from standard input or the environment, never from an argument, which other users can see.</summary>
internal static class CredentialSource
{
    /// <summary>The credential; null if none is set.</summary>
    /// <exception cref="CliException">The credential was to be read from standard input, which does not contain one.</exception>
    public static async Task<ProviderCredential?> FindAsync(CliHost host, ConnectionArguments arguments, CancellationToken cancellation) =>
        arguments.ReadsCredential
            ? await ReadAsync(host, arguments.Provider, cancellation)
            : EnvironmentCredentials.Find(arguments.Provider, host.Variable);

    /// <summary>Reads one line per variable of the credential, in the order of the variables.</summary>
    private static async Task<ProviderCredential> ReadAsync(CliHost host, PaymentProvider provider, CancellationToken cancellation)
    {
        var names = provider.Access.Variables.Names.ToArray();
        var form = names.Length == 1 ? "one line with the API key" : "two lines with the client id and the API key";
        if (host.IsKeyboard)
            throw new CliException("--credential-stdin reads from a pipe or a file. Here, standard input is the keyboard, and the terminal would show the key.", $"Use a pipe or a file that contains {form}.");
        var lines = new List<string>();
        // Ctrl+C must end the wait for a pipe to which nothing is written.
        while (lines.Count < names.Length && await Task.Run(host.In.ReadLine, cancellation).WaitAsync(cancellation) is { } line)
            lines.Add(line.Trim().Trim('\uFEFF'));
        if (lines.Count < names.Length || lines.Any(line => line.Length == 0))
            throw new CliException($"Standard input does not contain a complete credential for {provider.Name}.", $"Write {form}.");
        return new ProviderCredential(names.Length == 1 ? null : lines[0], lines[^1]);
    }
}
