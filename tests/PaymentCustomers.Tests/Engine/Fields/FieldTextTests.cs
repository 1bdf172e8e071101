using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class FieldTextTests
{
    public static TheoryData<object?, string?> Values => new()
    {
        { null, null },
        { "Ana", "Ana" },
        { true, "true" },
        { false, "false" },
        { 1060500333, "1060500333" },
        { 1060500333L, "1060500333" },
        { 3001234567.0, "3001234567" },
        { -0.5, "-0.5" },
        { 1.5m, "1.5" },
        { 1060500333.00m, "1060500333" },
        { 3000000000m, "3000000000" },
        { new DateTime(1990, 1, 31), "1990-01-31" },
        { new DateTime(1990, 1, 31, 13, 5, 9), "1990-01-31T13:05:09" },
        { new DateTimeOffset(1990, 1, 31, 0, 0, 0, TimeSpan.FromHours(-5)), "1990-01-31" },
        { new DateTimeOffset(1990, 1, 31, 19, 0, 0, TimeSpan.FromHours(-5)), "1990-01-31T19:00:00-05:00" },
        { new DateTime(1990, 1, 31, 5, 0, 0, DateTimeKind.Utc), "1990-01-31T05:00:00Z" },
        { new DateOnly(1990, 1, 31), "1990-01-31" },
        { new Guid("3c90c3cc-0d44-4b50-8888-8dd25736052a"), "3c90c3cc-0d44-4b50-8888-8dd25736052a" },
        { Array.Empty<object>(), null },
        { DayOfWeek.Monday, "Monday" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_of_any_type_is_converted_to_the_text_of_a_csv_file(object? value, string? text) =>
        Assert.Equal(text, FieldText.From(value));

    [Fact]
    public void Metadata_is_converted_to_json() =>
        Assert.Equal("""{"a":{"b":1}}""", FieldText.From(CustomerMetadata.Parse("""{"a":{"b":1}}""")));

    [Fact]
    public void Metadata_is_read_by_key_like_a_hashtable()
    {
        var metadata = CustomerMetadata.Parse("""{"text":"a","whole":1,"exact":1.50,"huge":1e300,"yes":true,"no":null,"list":[1,"b"],"deep":{"x":"y"}}""");

        Assert.Equal("a", metadata["text"]);
        Assert.Equal(1L, metadata["whole"]);
        Assert.Equal(1.50m, metadata["exact"]);
        Assert.Equal(1e300, metadata["huge"]);
        Assert.Equal(true, metadata["yes"]);
        Assert.Null(metadata["no"]);
        Assert.Equal([1L, "b"], Assert.IsType<object?[]>(metadata["list"]));
        Assert.Equal("y", Assert.IsType<CustomerMetadata>(metadata["deep"])["x"]);
        Assert.Equal("""{"x":"y"}""", metadata["deep"]!.ToString());
    }

    [Fact]
    public void A_moment_of_this_machine_has_its_time_zone_so_that_no_birth_date_depends_on_it()
    {
        var text = FieldText.From(new DateTime(1990, 1, 31, 5, 0, 0, DateTimeKind.Local))!;

        Assert.Matches("^1990-01-31T05:00:00[+-][0-9]{2}:[0-9]{2}$", text);
        Assert.EndsWith("so the day depends on where it is read. Provide only the day, as YYYY-MM-DD", Rows.Refusal(CustomerField.BirthDate, text), StringComparison.Ordinal);
    }
}
