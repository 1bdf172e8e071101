using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class MetadataCheckTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": 2 }""", """{"a":2,"b":1}""")]
    [InlineData("""{"b":{"d":[3, {"z":1,"y":2}],"c":null},"a":true}""", """{"a":true,"b":{"c":null,"d":[3,{"y":2,"z":1}]}}""")]
    [InlineData("""{"Z":1,"a":2,"Á":3}""", """{"Z":1,"a":2,"Á":3}""")]
    [InlineData("""{"name":"\u00d1u\u00f1ez"}""", """{"name":"Ñuñez"}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("""{"amount":1.50,"big":12345678901234567890}""", """{"amount":1.50,"big":12345678901234567890}""")]
    [InlineData("""{"html":"<b>&'\""}""", """{"html":"<b>&'\""}""")]
    [InlineData("{}", "{}")]
    public void Metadata_with_the_same_content_is_written_in_the_same_way(string given, string written) =>
        Assert.Equal(written, Rows.Sent(Metadata, given));

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("a=1")]
    [InlineData("@{a=1}")]
    public void Metadata_that_is_not_a_json_object_is_refused_and_not_shown(string text) =>
        Assert.Equal("Metadata '***' is not a JSON object", Rows.Refusal(Metadata, text));

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"\ude00":1}""")]
    [InlineData("""{"a":{"b":["\ud83d\ud83d"]}}""")]
    public void Metadata_with_half_a_character_fails_only_its_row(string text) =>
        Assert.Equal("Metadata '***' is not a JSON object", Rows.Refusal(Metadata, text));

    [Theory]
    [InlineData(33)]
    [InlineData(62)]
    [InlineData(100)]
    public void Metadata_that_is_nested_too_deeply_to_be_read_in_a_list_is_refused(int levels) =>
        Assert.Equal("Metadata '***' is not a JSON object", Rows.Refusal(Metadata, Nested(levels)));

    [Fact]
    public void Metadata_may_be_32_levels_deep() => Assert.Equal(Nested(32), Rows.Sent(Metadata, Nested(32)));

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    [Fact]
    public void Metadata_may_be_64_kilobytes_long()
    {
        Assert.Equal(Filled(65_536), Rows.Sent(Metadata, Filled(65_536)));
        Assert.Equal("Metadata '***' is too long: it has 65537 characters, and at most 65536 are allowed", Rows.Refusal(Metadata, Filled(65_537)));

        static string Filled(int length) => $$"""{"a":"{{new string('x', length - 8)}}"}""";
    }
}
