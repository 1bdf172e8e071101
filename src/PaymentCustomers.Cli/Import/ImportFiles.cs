using PaymentCustomers.Cli.Csv;

namespace PaymentCustomers.Cli.Import;

/// <summary>The files that an import writes. None takes its place before the import has ended.</summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly List<CsvTarget> _targets = [];

    /// <exception cref="CliException">One of them cannot be written.</exception>
    public ImportFiles(ImportSettings settings, string[] columns, char delimiter, bool withMark)
    {
        try
        {
            if (settings.RejectsPath is { } rejects)
                Rejects = new RejectsFile(Open(rejects), columns);
            if (settings.OutputPath is { } outcomes)
                Outcomes = new OutcomesFile(Open(outcomes), settings.Provider);
        }
        catch
        {
            Dispose();
            throw;
        }

        CsvTarget Open(string path)
        {
            var target = CsvTarget.Open(path, delimiter, withMark);
            _targets.Add(target);
            return target;
        }
    }

    public RejectsFile? Rejects { get; }

    public OutcomesFile? Outcomes { get; }

    /// <summary>Puts the files in their places.</summary>
    /// <returns>Why one of them could not be; null if all could.</returns>
    public string? Complete()
    {
        string? problem = null;
        foreach (var target in _targets)
        {
            try
            {
                target.Complete();
            }
            catch (CliException e)
            {
                problem ??= e.Message;
            }
        }

        return problem;
    }

    public void Dispose() => _targets.ForEach(target => target.Dispose());
}
