using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Tests.Conventions;

public sealed class ReferenceConventionTests
{
    // What the design allows the engine; a new one needs a reason in its commit.
    private static readonly string[] OfTheEngine = ["CsvHelper", "ExcelDataReader", "PaymentCustomers", "PhoneNumbers"];

    [Fact]
    public void The_public_types_need_the_framework_only() =>
        Assert.All(References(typeof(PaymentCustomer).Assembly.Location), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void The_engine_knows_no_PowerShell_and_little_else() =>
        Assert.Equal(
            [],
            References(typeof(PaymentProviders).Assembly.Location)
                .Where(name => !OfTheEngine.Contains(name) && (!name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("System.Management", StringComparison.Ordinal))));

    [Fact]
    public void The_cmdlets_need_the_engine_and_PowerShell_only() =>
        Assert.Equal(
            ["PaymentCustomers", "PaymentCustomers.Engine", "System.Management.Automation"],
            References(Path.Combine(AppContext.BaseDirectory, "PaymentCustomers.PowerShell.dll"))
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("System.Management", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    // What it is built of could agree with a wrong wire name of the engine.
    [Fact]
    public void The_emulator_shares_nothing_with_the_engine()
    {
        var project = Sources.Read("src/PaymentCustomers.Emulator/PaymentCustomers.Emulator.csproj");

        Assert.DoesNotContain("<ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("<PackageReference", project, StringComparison.Ordinal);
        Assert.Equal([], Sources.Places(Sources.Of("PaymentCustomers.Emulator"), @"PaymentCustomers\.(Engine|PowerShell|Cli)\b"));
    }

    [Theory]
    [InlineData("src/PaymentCustomers/PaymentCustomers.csproj", "")]
    [InlineData("src/PaymentCustomers.Engine/PaymentCustomers.Engine.csproj", "CsvHelper ExcelDataReader libphonenumber-csharp System.Threading.RateLimiting")]
    [InlineData("src/PaymentCustomers.PowerShell/PaymentCustomers.PowerShell.csproj", "PowerShellStandard.Library")]
    public void A_project_has_the_packages_that_the_design_gives_it(string project, string packages) =>
        Assert.Equal(
            packages,
            // Analyzers work at build time and are no part of what is built.
            string.Join(' ', System.Text.RegularExpressions.Regex.Matches(Sources.Read(project), "<PackageReference Include=\"([^\"]+)\"")
                .Select(match => match.Groups[1].Value).Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal))));

    [Fact]
    public void Everything_that_others_may_use_is_in_the_assembly_that_others_see() =>
        Assert.All(typeof(PaymentCustomer).Assembly.GetExportedTypes(), type => Assert.Equal("PaymentCustomers", type.Namespace));

    private static IEnumerable<string> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
