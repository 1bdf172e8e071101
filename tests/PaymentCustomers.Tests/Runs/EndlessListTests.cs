using System.Globalization;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Reading stops at a limit if a list always has another page with new customers.</summary>
public sealed class EndlessListTests : RunTest
{
    private const int MostPages = 7;

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    [InlineData("Stripe")]
    public async Task A_list_that_never_ends_is_read_up_to_the_limit(string provider)
    {
        var server = Serve(request => Page(request.Number));
        var target = provider switch
        {
            "Dots" => Dots(server),
            "OnePay" => OnePay(server),
            _ => Target.Stripe(server.Address, Clock),
        };
        var list = new CustomerList(target.Client, RequestSender.Alone(target.Client), MostPages);
        var seen = 0;

        var error = await Assert.ThrowsAsync<PaymentException>(async () =>
        {
            await foreach (var _ in list.PagesAsync(CustomerFilter.None, Cancel))
                seen++;
        });

        Assert.Equal((MostPages, PaymentErrorId.ResponseInvalid), (seen, error.Error.Id));
        Assert.Contains($"it did not end after {MostPages} pages", error.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, MostPages + 1, MostPages + 3);
    }

    [Fact]
    public void The_limit_is_far_above_the_length_of_any_real_list() => Assert.Equal(100_000, CustomerList.MostPages);

    private static Answer Page(int number) => Answer.Json(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"data":[{"id":"{{Answer.Id(number)}}"}],"has_more":true,"current_page":{{number}},"last_page":{{number + 5}}}"""));
}
