using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Connections;

/// <summary>Where the credential comes from: standard input or the environment, never an argument that others can see.</summary>
internal static class CredentialSource
{
    /// <summary>The credential, or null if none is set.</summary>
    /// <exception cref="CliException">Standard input was asked for and holds none.</exception>
    public static async Task<ProviderCredential?> FindAsync(CliHost host, ConnectionArguments arguments, CancellationToken cancellation) =>
        arguments.ReadsCredential
            ? await ReadAsync(host, arguments.Provider, cancellation)
            : EnvironmentCredentials.Find(arguments.Provider, host.Variable);

    /// <summary>One line for each variable that would hold it, in the same order.</summary>
    private static async Task<ProviderCredential> ReadAsync(CliHost host, PaymentProvider provider, CancellationToken cancellation)
    {
        var names = provider.Access.Variables.Names.ToArray();
        var form = names.Length == 1 ? "one line with the API key" : "two lines with the client id and the API key";
        if (host.IsKeyboard)
            throw new CliException("--credential-stdin reads from a pipe or a file. Here, standard input is the keyboard, and the terminal would show the key.", $"Use a pipe or a file that contains {form}.");
        var lines = new List<string>();
        // A pipe that nobody writes to must not outlive Ctrl+C.
        while (lines.Count < names.Length && await Task.Run(host.In.ReadLine, cancellation).WaitAsync(cancellation) is { } line)
            lines.Add(line.Trim().Trim('\uFEFF'));
        if (lines.Count < names.Length || lines.Any(line => line.Length == 0))
            throw new CliException($"Standard input does not contain a complete credential for {provider.Name}.", $"Write {form}.");
        return new ProviderCredential(names.Length == 1 ? null : lines[0], lines[^1]);
    }
}
