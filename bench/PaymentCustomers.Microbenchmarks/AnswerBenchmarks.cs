using BenchmarkDotNet.Attributes;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>Measures reading a customer from the bytes of a response.</summary>
public class AnswerBenchmarks : ProviderBenchmarks
{
    private CustomerFormat _format = null!;
    private byte[] _answer = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _format = PaymentProviders.Get(Provider).Format;
        _answer = Samples.Answer(Provider);
        if (AnswerToFields() != "customer.12345@example.com")
            throw new InvalidOperationException("The answer is not read.");
    }

    [Benchmark]
    public PaymentCustomer AnswerToCustomer() => new(Provider, CustomerAnswer.TryRead(_format, _answer, sent: null, out var echo)!, echo.Id);

    /// <summary>The same, including access to a field.</summary>
    [Benchmark]
    public string? AnswerToFields() => AnswerToCustomer().Email;
}
