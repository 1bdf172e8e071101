using BenchmarkDotNet.Attributes;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>From the bytes of an answer to a customer.</summary>
public class AnswerBenchmarks : ProviderBenchmarks
{
    private CustomerReader _reader = null!;
    private byte[] _answer = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _reader = new CustomerReader(new ProviderClient(Samples.Connection(Provider), new ProviderClientOptions()));
        _answer = Samples.Answer(Provider);
        if (AnswerToFields() != "customer.12345@example.com")
            throw new InvalidOperationException("The answer is not read.");
    }

    [Benchmark]
    public PaymentCustomer AnswerToCustomer() => new(Provider, _reader.TryRead(_answer, sent: null, out var id)!, id);

    /// <summary>The same, and somebody looks at a field.</summary>
    [Benchmark]
    public string? AnswerToFields() => AnswerToCustomer().Email;
}
