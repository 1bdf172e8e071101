using System.Globalization;

namespace PaymentCustomers.Bench;

/// <summary>The files of a run of the benchmark.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-");

    /// <summary>The journal of one measurement.</summary>
    public string Journal => Path.Combine(_folder.FullName, "run.journal");

    /// <summary>The rows before those that count.</summary>
    public string WarmUp(int count) => Csv(string.Create(CultureInfo.InvariantCulture, $"warm-up-{count}.csv"), count, BenchRows.FirstOfWarmUp);

    /// <summary>So many rows.</summary>
    public string Rows(int count) => Csv(string.Create(CultureInfo.InvariantCulture, $"rows-{count}.csv"), count, first: 1);

    /// <summary>Takes the journals away, so that the next run does not go on with them.</summary>
    public void Clear()
    {
        foreach (var journal in _folder.EnumerateFiles("run.journal*"))
            journal.Delete();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Csv(string name, int count, int first)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (!File.Exists(path))
            BenchRows.WriteCsv(path, count, first);
        return path;
    }
}
