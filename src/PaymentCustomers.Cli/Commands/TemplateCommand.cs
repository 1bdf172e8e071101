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
        Description = "The file, which must not be there yet. PROVIDER-customers.csv in this folder unless given; the columns are explained in NAME.columns.csv beside it.",
        HelpName = "FILE",
    };

    public TemplateCommand(CliHost host)
        : base("template", "Write a CSV file to begin with: the columns that the provider takes and an example row, and beside it a file that explains each column.")
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
                host.Out.WriteLine(Printable.Line($"Template, whose example row is to be replaced: {path}"));
                host.Out.WriteLine(Printable.Line($"What its columns mean: {ImportTemplate.ExplanationOf(path)}"));
            });
            return ExitCode.Done;
        });
    }
}
