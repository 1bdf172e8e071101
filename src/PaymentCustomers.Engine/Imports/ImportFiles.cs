using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Imports.Writing;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The files that an import writes. None takes its place before the import has ended.</summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly ImportPaths _paths;
    private readonly List<CsvTarget> _targets = [];

    /// <param name="paths">Where they go.</param>
    /// <param name="input">What is imported: they are written so that the same command reads them.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="provider">The provider's name.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: one of them cannot be written.</exception>
    public ImportFiles(ImportPaths paths, InputFile input, string[] columns, string provider)
    {
        _paths = paths;
        try
        {
            Rejects = new RejectsFile(Open(paths.Rejects), columns);
            Created = new CreatedFile(Open(paths.Created), columns, provider);
        }
        catch
        {
            Dispose();
            throw;
        }

        CsvTarget Open(string path)
        {
            var target = CsvTarget.Open(path, input.Delimiter, input.WantsMark);
            _targets.Add(target);
            return target;
        }
    }

    public RejectsFile Rejects { get; }

    public CreatedFile Created { get; }

    /// <summary>Where the rejects are; null if there are none, or not all could be written.</summary>
    public string? RejectPath => Rejects.Rows > 0 && _targets[0].IsComplete ? _paths.Rejects : null;

    /// <summary>Where the rows with a customer are; null if there are none, or not all could be written.</summary>
    public string? OutputPath => Created.Rows > 0 && _targets[1].IsComplete ? _paths.Created : null;

    /// <summary>Why files lack rows and are not in their places.</summary>
    public IEnumerable<string> Failures => _targets.Select(target => target.Failure?.Error.Message).OfType<string>();

    /// <summary>Puts the files in their places. One without a row is not made, and replaces one that is there.</summary>
    public void Complete()
    {
        Complete(_targets[0], _paths.Rejects, Rejects.Rows);
        Complete(_targets[1], _paths.Created, Created.Rows);
    }

    public void Dispose() => _targets.ForEach(target => target.Dispose());

    private static void Complete(CsvTarget target, string path, long rows)
    {
        try
        {
            if (rows > 0 || File.Exists(path))
                target.Complete();
        }
        catch (PaymentException)
        {
            // The target keeps it.
        }
    }
}
