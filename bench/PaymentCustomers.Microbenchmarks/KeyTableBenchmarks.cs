using System.Globalization;
using BenchmarkDotNet.Attributes;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>Measures the tables of keys, persons and ids, per row of a run with a hundred thousand rows.</summary>
public class KeyTableBenchmarks
{
    private const int Rows = 100_000;
    private const string Id = "9da58912-101d-46f8-86c9-20a52119c0bf";

    private readonly string[] _keys = [.. Enumerable.Range(0, Rows).Select(number => $"pc1-{number.ToString("D43", CultureInfo.InvariantCulture)}")];

    /// <summary>The operations of a run: look up and mark before the request, set after it.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public object MarkAndSet()
    {
        var table = new KeyTable();
        foreach (var key in _keys)
        {
            var hash = KeyHash.Of(key);
            table.StateOf(hash, out _);
            table.Mark(hash);
            table.Set(hash, KeyState.Created, Id);
        }

        return table;
    }

    /// <summary>The table of persons, with the number and the content of each person's row.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public object AddPersons()
    {
        var table = new PackedTable<(uint Row, uint Content)>();
        foreach (var key in _keys)
            table.TryAdd(key, default, out _);
        return table;
    }

    /// <summary>The table of ids.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public object AddIds()
    {
        var ids = new PackedSet();
        foreach (var key in _keys)
            ids.Add(key);
        return ids;
    }
}
