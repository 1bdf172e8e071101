using System.Globalization;

namespace PaymentCustomers.Bench;

/// <summary>The files of a benchmark run.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-");

    /// <summary>The journal of one measurement.</summary>
    public string Journal => Path.Combine(_folder.FullName, "run.journal");

    /// <summary>The certificate of an emulator that serves https.</summary>
    public string Certificate => Path.Combine(_folder.FullName, "emulator.pem");

    /// <summary>A file with the warm-up rows.</summary>
    public string WarmUp(int count) => Csv(string.Create(CultureInfo.InvariantCulture, $"warm-up-{count}.csv"), count, BenchRows.FirstOfWarmUp);

    /// <summary>A file with the measured rows.</summary>
    public string Rows(int count) => Csv(string.Create(CultureInfo.InvariantCulture, $"rows-{count}.csv"), count, first: 1);

    /// <summary>Deletes the journals, so that the next run does not continue them.</summary>
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
