using BenchmarkDotNet.Attributes;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>Measures the conversion of column names and texts to a draft.</summary>
public class RowBenchmarks : ProviderBenchmarks
{
    private RowReader _reader = null!;
    private string[] _columns = null!;
    private string[] _row = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _reader = new RowReader(PaymentProviders.Get(Provider), PaymentProviders.Names);
        _columns = Samples.Columns(Provider);
        _row = Samples.Good(Provider);
    }

    [Benchmark]
    public object RowToDraft() => _reader.Read(1, _row, _columns, _row);
}
