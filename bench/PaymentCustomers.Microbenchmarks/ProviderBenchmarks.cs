using BenchmarkDotNet.Attributes;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>What is measured at each provider.</summary>
public abstract class ProviderBenchmarks
{
    [Params("Dots", "OnePay", "Stripe")]
    public string Provider { get; set; } = "";
}
