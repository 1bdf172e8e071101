namespace PaymentCustomers.Tests.Conventions;

public sealed class SourceConventionTests
{
    private const int MostLines = 450;

    private static readonly IReadOnlyList<SourceFile> All = Sources.Of();

    private static readonly IReadOnlyList<SourceFile> Engine = Sources.Of("PaymentCustomers.Engine");

    private static readonly IReadOnlyList<SourceFile> Libraries =
        [.. Sources.Of("PaymentCustomers").Concat(Engine).Concat(Sources.Of("PaymentCustomers.PowerShell"))];

    [Fact]
    public void There_are_sources() => Assert.True(Engine.Count > 30);

    [Fact]
    public void Libraries_write_to_no_console() => Assert.Equal([], Sources.Places(Libraries, @"\bConsole\."));

    [Fact]
    public void The_engine_names_no_type_of_PowerShell() => Assert.Equal([], Sources.Places(Engine, @"\bSystem\.Management\.Automation\b|\bPSObject\b|\bPSCmdlet\b"));

    [Fact]
    public void The_engine_has_no_clock_but_the_one_it_is_given() => Assert.Equal(
        [],
        Sources.Places(Engine, @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bThread\.Sleep\b|\bTickCount|\bStopwatch\b|\bnew (PeriodicTimer|Timer)\(|\bCancelAfter\((?!.*[Cc]lock)")
            .Concat(Sources.Places(Engine, @"\bTask\.Delay\((?!.*[Cc]lock)|\bnew CancellationTokenSource\((?!\)|.*[Cc]lock)")));

    [Fact]
    public void The_engine_blocks_no_thread() => Assert.Equal([], Sources.Places(Engine, @"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)"));

    [Fact]
    public void Nothing_is_left_undone() => Assert.Equal([], Sources.Places(All, @"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException"));

    [Fact]
    public void No_file_is_too_long_to_be_read_at_once() =>
        Assert.Equal([], All.Where(file => file.Text.Split('\n').Length >= MostLines).Select(file => file.Path));

    [Fact]
    public void No_test_sleeps() => Assert.Equal(
        [],
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PaymentCustomers.Tests", "Engine"), "*.cs", SearchOption.AllDirectories)
            .Where(path => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(path), @"Thread\.Sleep|Task\.Delay")));
}
