using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Startup;

namespace PaymentCustomers.Tests.Engine.Startup;

/// <summary>The warm-up runs the code for a row to its end. If it failed early, nobody would see it, but the first row would be slow again.</summary>
public sealed class WarmUpTests
{
    public static TheoryData<string> Providers => [.. PaymentProviders.Names];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_example_customer_is_created_at_a_server_in_memory(string provider)
    {
        var outcome = await WarmUp.CreateAsync(PaymentProviders.Get(provider));

        Assert.Null(outcome.Error);
        Assert.Equal(CustomerOutcome.Created, outcome.Outcome);
        Assert.Equal("c1", outcome.Customer!.Id);
    }
}
