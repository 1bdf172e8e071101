using PaymentCustomers.Engine.Rows;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Requests that Stripe's own mock server (stripe-mock) checks against the published OpenAPI file. The mock stores no
/// customers and dates all of them 1970, so that the outcomes of the rows show nothing here. The test shows that no request is
/// refused.</summary>
public sealed class StripeMockTests : RunTest
{
    /// <summary>The environment variable with the server's address, such as <c>http://127.0.0.1:12111</c>.</summary>
    private const string Variable = "PAYMENTCUSTOMERS_STRIPE_MOCK";

    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    [Fact]
    public async Task Stripes_own_mock_refuses_no_create()
    {
        var target = Target.Stripe(Server(), TimeProvider.System);

        var report = await target.RunAsync(target.Rows(1000), cancellation: Cancel);

        AssertNoneRefused(report);
    }

    [Fact]
    public async Task Stripes_own_mock_refuses_no_create_with_every_field()
    {
        var target = Target.Stripe(Server(), TimeProvider.System);
        var rows = Enumerable.Range(1, 1000).Select(row => target.Prepare(row,
        [
            (FirstName, "Ana"), (MiddleName, "María"), (LastName, $"Muñoz & Peña {row}"), (Email, $"row{row}@example.com"), (CustomerField.Phone, "3001234567"),
            (CountryCode, "57"), (Country, "CO"), (City, "Bogotá"), (State, "Cundinamarca"), (Postcode, "110111"), (AddressLine1, "Calle 1 # 2-3"),
            (AddressLine2, "Apto 4"), (Metadata, """{"plan":"gold","since":2019,"vip":true,"ñ=&":"+ %"}"""),
        ]));

        var report = await target.RunAsync(rows, cancellation: Cancel);

        AssertNoneRefused(report);
    }

    [Fact]
    public async Task Stripes_own_mock_refuses_no_change()
    {
        var target = Target.Stripe(Server(), TimeProvider.System);
        var rows = Enumerable.Range(1, 100).Select(row => target.Prepare(
            row, [(BusinessName, $"Café {row} S.A.S."), (AddressLine1, "Calle 1"), (City, "Cali")], new CustomerChange($"cus_{row}", [Email, CustomerField.Phone, Metadata])));

        var report = await target.RunAsync(rows, cancellation: Cancel);

        AssertNoneRefused(report);
    }

    private static void AssertNoneRefused(RunReport report)
    {
        Assert.All(report.Outcomes, outcome => Assert.Equal([], outcome.Error?.Problems ?? []));
        // The mock answers a refused request with 400.
        Assert.Equal([], report.Outcomes.Where(outcome => outcome.Error?.Status >= 400).Select(outcome => outcome.Error!.Message));
        Assert.DoesNotContain(CustomerOutcome.NotSent, report.Kinds);
    }

    private static Uri Server()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Address), $"stripe-mock is not here: start it and set {Variable} to its address.");
        return new Uri(Address!);
    }
}
