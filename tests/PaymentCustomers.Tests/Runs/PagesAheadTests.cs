using System.Collections.Concurrent;
using System.Globalization;
using System.Web;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Runs;

/// <summary>OnePay numbers its pages, so that the next pages can be requested in advance.</summary>
public sealed class PagesAheadTests : RunTest
{
    private readonly ConcurrentQueue<int> _asked = new();

    [Fact]
    public async Task Every_page_is_requested_once_and_returned_in_order()
    {
        var pages = await Read(Page).Select(page => page.Customers[0].Id).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(1, 6).Select(Answer.Id), pages);
        Assert.Equal([1, 2, 3, 4, 5, 6], _asked.Order());
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    public async Task Only_a_few_pages_are_requested_in_advance(int wanted, int mostAsked)
    {
        var pages = await Read(Page).Take(wanted).CountAsync(Cancel);

        Assert.Equal(wanted, pages);
        Assert.InRange(_asked.Max(), wanted, mostAsked);
    }

    [Fact]
    public async Task A_list_that_ends_earlier_than_announced_does_not_wait_for_the_missing_pages()
    {
        var pages = await Read(number => number switch
        {
            3 => Answer.Json(200, """{"data":[],"current_page":3,"last_page":6}"""),
            > 3 => Answer.Silent,
            _ => Page(number),
        }).CountAsync(Cancel);

        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task An_error_of_a_page_is_reported_after_the_pages_before_it()
    {
        var seen = 0;

        var error = await Assert.ThrowsAsync<PaymentException>(async () =>
        {
            await foreach (var _ in Read(number => number == 3 ? Answer.Json(403, "{}") : Page(number)))
                seen++;
        });

        Assert.Equal((2, PaymentErrorId.AccessDenied), (seen, error.Error.Id));
    }

    // Page 4 is requested before page 3 has arrived. The server made it before a customer was added.
    [Fact]
    public async Task A_page_that_is_older_than_its_predecessor_is_requested_again()
    {
        var grown = 0;

        var pages = await Read(number => Page(number, total: number < 3 || (number == 4 && Interlocked.Exchange(ref grown, 1) == 0) ? 6 : 7))
            .Select(page => page.Customers[0].Id).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(1, 6).Select(Answer.Id), pages);
        Assert.Equal(2, _asked.Count(number => number == 4));
    }

    [Fact]
    public async Task A_list_that_becomes_shorter_while_it_is_read_is_an_error()
    {
        var error = await Assert.ThrowsAsync<PaymentException>(
            async () => await Read(number => Page(number, total: number < 4 ? 6 : 5)).CountAsync(Cancel));

        Assert.Equal(PaymentErrorId.ResponseInvalid, error.Error.Id);
    }

    [Fact]
    public async Task Without_a_total_each_page_is_requested_after_the_one_before_it()
    {
        await Read(number => Page(number, total: null)).CountAsync(Cancel);

        Assert.Equal([1, 2, 3, 4, 5, 6], _asked);
    }

    private static Answer Page(int number) => Page(number, total: 6);

    private static Answer Page(int number, int? total) => Answer.Json(
        200,
        $$"""{"data":[{"id":"{{Answer.Id(number)}}"}],"current_page":{{number}},"last_page":6,"total":{{total?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""");

    private IAsyncEnumerable<CustomerPage> Read(Func<int, Answer> answer) => OnePay(Serve(request =>
    {
        var number = int.Parse(HttpUtility.ParseQueryString(request.Target.Split('?')[1])["page"]!, CultureInfo.InvariantCulture);
        _asked.Enqueue(number);
        return answer(number);
    })).Reader().ListAsync(CustomerFilter.None, Cancel);
}
