namespace PaymentCustomers.Tests.Conventions;

/// <summary>Rules about sources that no analyzer checks. The BannedSymbols files have rules about clock, console, blocking and
/// culture, with reasons.</summary>
public sealed class SourceConventionTests
{
    private const int MostLines = 300;

    private static readonly IReadOnlyList<SourceFile> All = Sources.Of();

    [Fact]
    public void The_sources_are_found() => Assert.True(All.Count > 100);

    [Fact]
    public void No_source_contains_a_todo_or_is_unimplemented() => Assert.Equal([], Sources.Places(All, @"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException"));

    // The time limit counts real time. On a busy machine, or after one has slept, it would fail a valid row.
    [Fact]
    public void No_regular_expression_has_a_time_limit() => Assert.Equal([], Sources.Places(All, "[mM]atchTimeout"));

    [Fact]
    public void No_source_file_is_too_long() =>
        Assert.Equal([], All.Where(file => file.Text.Split('\n').Length >= MostLines).Select(file => file.Path));
}
