using BenchmarkDotNet.Attributes;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>The base of benchmarks that are measured for each provider.</summary>
public abstract class ProviderBenchmarks
{
    [Params("Dots", "OnePay", "Stripe")]
    public string Provider { get; set; } = "";
}
