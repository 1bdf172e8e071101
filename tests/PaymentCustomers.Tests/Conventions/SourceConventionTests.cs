namespace PaymentCustomers.Tests.Conventions;

/// <summary>
/// What no analyzer says of sources. Clock, console, blocking and culture are in the BannedSymbols files, with reasons.
/// </summary>
public sealed class SourceConventionTests
{
    private const int MostLines = 300;

    private static readonly IReadOnlyList<SourceFile> All = Sources.Of();

    [Fact]
    public void There_are_sources() => Assert.True(All.Count > 100);

    [Fact]
    public void Nothing_is_left_undone() => Assert.Equal([], Sources.Places(All, @"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException"));

    // It is of the clock on the wall: on a busy machine, or one that was asleep, an innocent row would fail by it.
    [Fact]
    public void No_pattern_has_a_time_limit() => Assert.Equal([], Sources.Places(All, "[mM]atchTimeout"));

    [Fact]
    public void No_file_is_too_long_to_be_read_at_once() =>
        Assert.Equal([], All.Where(file => file.Text.Split('\n').Length >= MostLines).Select(file => file.Path));
}
