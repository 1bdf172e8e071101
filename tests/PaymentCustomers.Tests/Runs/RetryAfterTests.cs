using System.Globalization;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Tests.Runs;

public sealed class RetryAfterTests
{
    // This is a Tuesday.
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("007", 7)]
    [InlineData("2147483648", 2_147_483_648)]
    public void Seconds_are_read(string value, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(value, Now));

    [Theory]
    [InlineData("922337203686")]
    [InlineData("99999999999999999999")]
    [InlineData("1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void Seconds_beyond_the_range_of_a_time_span_are_read_as_the_longest_time(string value) =>
        Assert.Equal(TimeSpan.MaxValue, RetryAfter.Read(value, Now));

    [Fact]
    public void A_thousand_digits_are_read_as_the_longest_time() =>
        Assert.Equal(TimeSpan.MaxValue, RetryAfter.Read(new string('9', 1000), Now));

    [Theory]
    [InlineData("Tue, 01 Jan 2030 12:01:30 GMT")]
    [InlineData("Tuesday, 01-Jan-30 12:01:30 GMT")]
    [InlineData("Tue Jan  1 12:01:30 2030")]
    public void All_three_date_formats_are_read(string value) =>
        Assert.Equal(TimeSpan.FromSeconds(90), RetryAfter.Read(value, Now));

    [Theory]
    [InlineData("Tue, 01 Jan 2030 11:59:59 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("Tue, 01 Jan 2030 12:00:00 GMT")]
    public void A_date_in_the_past_means_no_wait(string value) =>
        Assert.Equal(TimeSpan.Zero, RetryAfter.Read(value, Now));

    [Fact]
    public void The_last_possible_date_is_read() =>
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) - Now, RetryAfter.Read("Fri, 31 Dec 9999 23:59:59 GMT", Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("5 s")]
    [InlineData("12:00")]
    [InlineData("2030-01-02")]
    [InlineData("2030-01-02T12:00:00Z")]
    [InlineData("01/02/2030")]
    [InlineData("soon")]
    [InlineData("never")]
    [InlineData("May")]
    [InlineData("Nov 2030")]
    [InlineData("June 12")]
    [InlineData("Tuesday")]
    [InlineData("Z")]
    [InlineData("Tue, 32 Jan 2030 12:00:00 GMT")]
    [InlineData("١٢٠")]
    [InlineData("120\0")]
    [InlineData("120, 60")]
    public void A_value_that_is_neither_seconds_nor_a_date_is_ignored(string? value) =>
        Assert.Null(RetryAfter.Read(value, Now));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    [InlineData("es-CO")]
    public void The_value_is_read_the_same_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(TimeSpan.FromSeconds(120), RetryAfter.Read("120", Now));
            All_three_date_formats_are_read("Tue, 01 Jan 2030 12:01:30 GMT");
            All_three_date_formats_are_read("Tuesday, 01-Jan-30 12:01:30 GMT");
            All_three_date_formats_are_read("Tue Jan  1 12:01:30 2030");
            Assert.Null(RetryAfter.Read("1.5", Now));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
