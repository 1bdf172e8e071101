using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class ProvidersCommandTests : CommandLineTest
{
    [Fact]
    public async Task Every_field_of_every_provider_is_listed()
    {
        var run = await RunAsync("providers");

        Assert.Equal(0, run.ExitCode);
        foreach (var provider in PaymentProviders.All.Select(PaymentProviders.Describe))
        {
            Assert.Contains(provider.Name, run.Lines.Select(line => line.Trim()));
            Assert.Contains(provider.ProductionUri.AbsoluteUri, run.Output, StringComparison.Ordinal);
            Assert.All(provider.Fields, field => Assert.Contains(run.Lines, line =>
                line.StartsWith($"  {field.Name} ", StringComparison.Ordinal)
                && line.Contains(field.WireName ?? "", StringComparison.Ordinal)
                && field.Aliases.Concat(field.Columns).All(alias => line.Contains(alias, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task The_list_of_providers_fits_in_80_columns()
    {
        IsTerminal = true;

        var run = await RunAsync("providers");

        Assert.All(run.Lines, line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }
}
