using BenchmarkDotNet.Attributes;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>Measures the conversion of a draft to the bytes that are sent, and its parts.</summary>
public class PrepareBenchmarks : ProviderBenchmarks
{
    private DraftPreparer _preparer = null!;
    private DraftPreparer _checker = null!;
    private KeyScope _scope = null!;
    private Draft _good = null!;
    private Draft _bad = null!;
    private byte[] _body = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var provider = PaymentProviders.Get(Provider);
        _scope = new KeyScope(Samples.Connection(Provider));
        _preparer = new DraftPreparer(provider, _scope);
        _checker = new DraftPreparer(provider, scope: null);
        _good = Samples.Draft(Provider, Samples.Good(Provider));
        _bad = Samples.Draft(Provider, Samples.Bad(Provider));
        var prepared = _checker.Prepare(_good);
        if (!prepared.IsValid || _checker.Prepare(_bad).Problems.Count != 3)
            throw new InvalidOperationException("The samples are not what they are taken for.");
        _body = prepared.Body.ToArray();
    }

    [Benchmark]
    public object DraftToBytes() => _preparer.Prepare(_good);

    [Benchmark]
    public object GoodWithoutKey() => _checker.Prepare(_good);

    [Benchmark]
    public object Bad() => _checker.Prepare(_bad);

    [Benchmark]
    public string Key() => _scope.KeyOf(_body);
}
