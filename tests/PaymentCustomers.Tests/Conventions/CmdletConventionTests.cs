using System.Text.RegularExpressions;
using PaymentCustomers.Help.Cmdlets;

namespace PaymentCustomers.Tests.Conventions;

public sealed class CmdletConventionTests
{
    [Fact]
    public void The_list_of_cmdlets_is_not_empty() => Assert.NotEmpty(CmdletShapes.All);

    // The verbs in PowerShell's own classes are the approved ones.
    [Fact]
    public void Every_verb_is_an_approved_verb_of_PowerShell()
    {
        var declared = Sources.Of("PaymentCustomers.PowerShell").SelectMany(file => Regex.Matches(file.Text, @"^\[Cmdlet\((.*?),", RegexOptions.Multiline)).ToList();

        Assert.Equal(CmdletShapes.All.Length, declared.Count);
        Assert.All(declared, match => Assert.Matches(@"^Verbs(Common|Communications|Data|Diagnostic|Lifecycle|Security|Other)\.\w+$", match.Groups[1].Value));
    }

    [Fact]
    public void Every_noun_is_singular_and_has_the_prefix_of_the_module() =>
        Assert.All(CmdletShapes.All, cmdlet => Assert.Matches("^Payment([A-Z][a-z]+)+(?<!s)$", cmdlet.Noun));

    [Fact]
    public void Every_class_and_file_is_named_after_its_cmdlet()
    {
        var files = Sources.Of("PaymentCustomers.PowerShell").Select(file => file.Path).ToList();

        Assert.All(CmdletShapes.All, cmdlet => Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.TypeName));
        Assert.All(CmdletShapes.All, cmdlet => Assert.Contains($"src/PaymentCustomers.PowerShell/Commands/{cmdlet.TypeName}.cs", files));
    }

    [Fact]
    public void Every_cmdlet_declares_its_output_type() =>
        Assert.Equal([], CmdletShapes.All.Where(cmdlet => !cmdlet.HasOutputType).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void Every_cmdlet_that_changes_something_supports_WhatIf_and_Confirm() =>
        Assert.Equal(
            [],
            from cmdlet in CmdletShapes.All
            where cmdlet.Verb is not ("Get" or "Test" or "Connect") && !cmdlet.SupportsShouldProcess
            select cmdlet.Name);

    [Fact]
    public void No_parameter_takes_a_secret_as_plain_text()
    {
        var secrets = from cmdlet in CmdletShapes.All
                      from parameter in cmdlet.Parameters
                      where Regex.IsMatch(parameter.Name, "Key|Secret|Password|Token|Credential") && parameter.Name != nameof(CustomerField.IdempotencyKey)
                      select (Name: $"{cmdlet.Name} -{parameter.Name}", parameter.Type);

        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.Equal(
            secret.Name.EndsWith("Credential", StringComparison.Ordinal) ? "System.Management.Automation.PSCredential" : "System.Security.SecureString", secret.Type));
    }

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_by_name()
    {
        var manifest = Sources.Read("module/PaymentCustomers.psd1");

        Assert.Equal(
            CmdletShapes.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
            Regex.Matches(List("CmdletsToExport"), "'([^']*)'").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(["FunctionsToExport", "VariablesToExport", "AliasesToExport"], exported => Assert.Equal("", List(exported)));

        string List(string name) => Regex.Match(manifest, $@"^\s*{name}\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value.Trim()
            : throw new Xunit.Sdk.XunitException($"The manifest has no list {name}.");
    }

    [Fact]
    public void Every_file_that_the_manifest_names_exists()
    {
        var manifest = Sources.Read("module/PaymentCustomers.psd1");

        Assert.All(
            Regex.Matches(manifest, @"'(PaymentCustomers[\w.]*\.ps1xml)'").Select(match => match.Groups[1].Value),
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, "module", file)), file));
        var assembly = Regex.Match(manifest, @"^\s*RootModule\s*=\s*'bin/([\w.]+)'", RegexOptions.Multiline).Groups[1].Value;
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, assembly)), assembly);
    }
}
