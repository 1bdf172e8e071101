using System.Text.RegularExpressions;

namespace PaymentCustomers.Tests.Conventions;

/// <summary>-RejectPath and Import-PaymentCustomer keep failed rows, and record for each whether it may have been created. No
/// recipe in the documentation may keep them by hand.</summary>
public sealed partial class RejectConventionTests
{
    private static readonly string[] Read =
        [Path.Combine(Repository.Root, "README.md"), .. Files("docs", "*.md"), .. Files("module", "*.txt"), .. Files("module", "*.xml"), .. Files("samples", "*.*")];

    [Fact]
    public void The_documentation_to_search_is_found() => Assert.True(Read.Length > 20);

    [Theory]
    [InlineData("$failed | Where-Object TargetObject | ForEach-Object TargetObject | Export-Csv rejects.csv")]
    [InlineData("$failed | Where-Object TargetObject |\n    ForEach-Object { $_.TargetObject | Add-Member Reason \"$_\" -Force -PassThru } |\n    Export-Csv reasons.csv")]
    [InlineData("if ($record.TargetObject) { $record.TargetObject }\n}\nif ($rejects) { $rejects | Export-Csv rejects.csv }")]
    public void The_rule_recognizes_the_old_recipes(string recipe) => Assert.Matches(Recipe(), recipe);

    [Fact]
    public void No_recipe_keeps_rejects_by_hand() => Assert.Equal(
        [], Read.Where(path => Recipe().IsMatch(File.ReadAllText(path))).Select(path => Path.GetRelativePath(Repository.Root, path)));

    private static string[] Files(string folder, string pattern) => Directory.GetFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories);

    // A report that names rows by an id cannot be imported, and creates no customer.
    [GeneratedRegex(@"TargetObject(?!\.\w+Id\b)(?:(?!reject_state)[^#`]){0,200}Export-Csv")]
    private static partial Regex Recipe();
}
