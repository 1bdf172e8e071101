using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Tests.Conventions;

public sealed class ReferenceConventionTests
{
    // The assemblies that the design allows the engine to use. The commit that adds one gives the reason.
    private static readonly string[] OfTheEngine = ["CsvHelper", "ExcelDataReader", "PaymentCustomers", "PhoneNumbers"];

    [Fact]
    public void The_public_types_reference_only_the_framework() =>
        Assert.All(References(typeof(PaymentCustomer).Assembly.Location), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void The_engine_does_not_reference_PowerShell_or_other_unlisted_assemblies() =>
        Assert.Equal(
            [],
            References(typeof(PaymentProviders).Assembly.Location)
                .Where(name => !OfTheEngine.Contains(name) && (!name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("System.Management", StringComparison.Ordinal))));

    [Fact]
    public void The_cmdlets_reference_only_the_engine_and_PowerShell() =>
        Assert.Equal(
            ["PaymentCustomers", "PaymentCustomers.Engine", "System.Management.Automation"],
            References(Path.Combine(AppContext.BaseDirectory, "PaymentCustomers.PowerShell.dll"))
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("System.Management", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    // If the emulator used code of the engine, it could agree with a wrong wire name of the engine.
    [Fact]
    public void The_emulator_shares_no_code_with_the_engine()
    {
        var project = Sources.Read("src/PaymentCustomers.Emulator/PaymentCustomers.Emulator.csproj");

        Assert.DoesNotContain("<ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("<PackageReference", project, StringComparison.Ordinal);
        Assert.Equal([], Sources.Places(Sources.Of("PaymentCustomers.Emulator"), @"PaymentCustomers\.(Engine|PowerShell|Cli)\b"));
    }

    [Theory]
    [InlineData("src/PaymentCustomers/PaymentCustomers.csproj", "")]
    [InlineData("src/PaymentCustomers.Engine/PaymentCustomers.Engine.csproj", "CsvHelper ExcelDataReader libphonenumber-csharp")]
    [InlineData("src/PaymentCustomers.PowerShell/PaymentCustomers.PowerShell.csproj", "PowerShellStandard.Library")]
    public void Each_project_references_exactly_the_packages_of_the_design(string project, string packages) =>
        Assert.Equal(
            packages,
            // Analyzers work at build time and are not part of the result.
            string.Join(' ', System.Text.RegularExpressions.Regex.Matches(Sources.Read(project), "<PackageReference Include=\"([^\"]+)\"")
                .Select(match => match.Groups[1].Value).Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal))));

    [Fact]
    public void All_exported_types_are_in_the_namespace_PaymentCustomers() =>
        Assert.All(typeof(PaymentCustomer).Assembly.GetExportedTypes(), type => Assert.Equal("PaymentCustomers", type.Namespace));

    private static IEnumerable<string> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
