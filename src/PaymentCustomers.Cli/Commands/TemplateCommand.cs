using System.CommandLine;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers template</c>.</summary>
internal sealed class TemplateCommand : Command
{
    private readonly Option<PaymentProvider?> _provider = new("--provider")
    {
        Description = "The provider.",
        HelpName = string.Join('|', PaymentProviders.Names),
        Required = true,
        CustomParser = OptionParsers.Provider,
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write, which must not exist yet. The default is PROVIDER-customers.csv in the current folder. NAME.columns.csv in the same folder explains the columns.",
        HelpName = "FILE",
    };

    public TemplateCommand(CliHost host)
        : base("template", "Write a CSV template with the columns of the provider and an example row, and a second file that explains each column.")
    {
        Add(_provider);
        Add(_output);
        this.RefuseBlank(_output);
        SetAction(result =>
        {
            var provider = result.GetRequiredValue(_provider)!;
            var path = result.GetValue(_output) ?? $"{provider.Name.ToLowerInvariant()}-customers.csv";
            ImportTemplate.Write(path, provider);
            CliHost.Tell(() =>
            {
                host.Out.WriteLine(Printable.Line($"Template (replace its example row): {path}"));
                host.Out.WriteLine(Printable.Line($"Explanation of the columns: {ImportTemplate.ExplanationOf(path)}"));
            });
            return ExitCode.Done;
        });
    }
}
