using System.CommandLine;
using PaymentCustomers.Engine.Connections;
using Spectre.Console;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers providers</c>.</summary>
internal sealed class ProvidersCommand : Command
{
    public ProvidersCommand(CliHost host)
        : base("providers", "Show the providers and the columns that each provider accepts.") =>
        SetAction(_ =>
        {
            foreach (var provider in PaymentProviders.All)
                Show(host.Console, PaymentProviders.Describe(provider));
            return ExitCode.Done;
        });

    private static void Show(IAnsiConsole console, PaymentProviderInfo provider)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        facts.AddRow(new Text("Credential"), new Text(string.Join(" and ", PaymentProviders.Get(provider.Name).Access.Variables.Names)));
        facts.AddRow(new Text("Production"), new Text(provider.ProductionUri.AbsoluteUri));
        facts.AddRow(new Text("Sandbox"), new Text(provider.SandboxUri == provider.ProductionUri ? "the same address: the key determines the environment" : provider.SandboxUri.AbsoluteUri));
        facts.AddRow(new Text("Retries"), new Text(provider.HonoursIdempotencyKey ? "safe: the provider supports idempotency keys" : "can create a customer twice: the provider does not support idempotency keys"));

        var fields = new Table().SimpleBorder().AddColumns("Column", "Required", "Sent as", "Other names");
        foreach (var field in provider.Fields)
        {
            var others = field.Aliases.Where(alias => alias != field.WireName).Concat(field.Columns);
            fields.AddRow(new Text(field.Name), new Text(field.IsRequired ? "yes" : ""), new Text(field.WireName ?? ""), new Text(string.Join(", ", others)));
        }

        console.Write(new Text(provider.Name + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(facts);
        console.Write(fields);
    }
}
