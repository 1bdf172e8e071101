namespace PaymentCustomers.Tests.Runs;

public sealed class DeletionTests : RunTest
{
    [Theory]
    [InlineData("reset")]
    [InlineData("500")]
    [InlineData("504")]
    public async Task A_customer_missing_after_a_lost_answer_counts_as_deleted(string first)
    {
        var target = Serve(first);

        await target.Reader().DeleteAsync("a", Cancel);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("404")]
    public async Task A_customer_missing_after_attempts_without_effect_is_not_found(string first)
    {
        var target = Serve(first);

        var error = (await Assert.ThrowsAsync<PaymentException>(() => target.Reader().DeleteAsync("a", Cancel))).Error;

        Assert.Equal(PaymentErrorId.CustomerNotFound, error.Id);
    }

    [Fact]
    public async Task A_delete_that_the_provider_answers_with_success_false_fails()
    {
        SkipWaits();
        var target = OnePay(Serve(_ => Answer.Json(200, """{"success":false,"message":"no"}""")));

        await Assert.ThrowsAsync<PaymentException>(() => target.Reader().DeleteAsync("a", Cancel));
    }

    private Target Serve(string first)
    {
        SkipWaits();
        return OnePay(Serve(request => request.Number > 1 ? Answer.Json(404, "{}")
            : first == "reset" ? Answer.Reset
            : Answer.Json(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture), "{}")));
    }
}
