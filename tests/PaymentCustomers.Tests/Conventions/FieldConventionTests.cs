using System.Text.Json;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Help.Cmdlets;

namespace PaymentCustomers.Tests.Conventions;

public sealed class FieldConventionTests
{
    private static readonly CmdletShape NewPaymentCustomer = CmdletShapes.All.Single(cmdlet => cmdlet.Name == "New-PaymentCustomer");

    private static readonly List<ParameterShape> Fields =
        [.. NewPaymentCustomer.Parameters.Where(parameter => Enum.TryParse<CustomerField>(parameter.Name, out _))];

    [Fact]
    public void Every_field_is_a_parameter_in_the_order_of_the_catalog() =>
        Assert.Equal(FieldCatalog.All.Select(rule => rule.Name), Fields.Select(parameter => parameter.Name));

    [Theory]
    [InlineData("New-PaymentCustomer")]
    [InlineData("Test-PaymentCustomer")]
    [InlineData("Set-PaymentCustomer")]
    [InlineData("Import-PaymentCustomer")]
    public void Every_field_is_a_parameter_with_the_aliases_of_the_catalog(string name)
    {
        var fields = CmdletShapes.All.Single(cmdlet => cmdlet.Name == name).Parameters.Where(parameter => Enum.TryParse<CustomerField>(parameter.Name, out _));

        Assert.Equal(
            FieldCatalog.All.Select(rule => $"{rule.Name}: {string.Join(", ", rule.Aliases)}"),
            fields.Select(parameter => $"{parameter.Name}: {string.Join(", ", parameter.Aliases)}"));
    }

    [Fact]
    public void Every_field_and_no_other_parameter_is_bound_by_property_name() =>
        Assert.Equal(
            FieldCatalog.All.Select(rule => rule.Name),
            NewPaymentCustomer.Parameters.Where(parameter => parameter.IsBoundByName).Select(parameter => parameter.Name));

    [Fact]
    public void Every_field_parameter_is_of_a_text_type() =>
        Assert.All(Fields, parameter => Assert.Equal(parameter.Name == "Metadata" ? "System.Object" : "System.String", parameter.Type));

    [Fact]
    public void Every_field_is_a_property_of_a_customer() =>
        Assert.Equal(
            [],
            Enum.GetNames<CustomerField>().Except(typeof(PaymentCustomer).GetProperties().Select(property => property.Name)));

    [Fact]
    public void Wire_names_are_written_only_in_the_catalog_and_in_the_providers_formats()
    {
        var names = PaymentProviders.All.SelectMany(provider => provider.Format.Fields).Select(field => field.WireName).OfType<string>()
            .Where(name => name.Contains('_', StringComparison.Ordinal)).Select(name => JsonEncodedText.Encode(name.Split('.')[^1]).ToString()).Distinct();
        var sources = Sources.Of("PaymentCustomers.Engine").Where(file => !file.Path.EndsWith("/FieldCatalog.cs", StringComparison.Ordinal) && !file.Path.EndsWith("Format.cs", StringComparison.Ordinal));

        Assert.Equal([], Sources.Places(sources, $"\"({string.Join('|', names)})\""));
    }
}
