using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Imports.Writing;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The output files of an import. They get their final names only when the import has ended.</summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly ImportPaths _paths;
    private readonly List<CsvTarget> _targets = [];

    /// <param name="paths">The paths of the files.</param>
    /// <param name="input">The file that is imported. The output is written so that the same command can read it.</param>
    /// <param name="columns">The columns of the input.</param>
    /// <param name="provider">The provider's name.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: one of the files cannot be written.</exception>
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

    /// <summary>The path of the rejects; null if there are none, or if they could not be written completely.</summary>
    public string? RejectPath => Rejects.Rows > 0 && _targets[0].IsComplete ? _paths.Rejects : null;

    /// <summary>The path of the rows with a customer; null if there are none, or if they could not be written completely.</summary>
    public string? OutputPath => Created.Rows > 0 && _targets[1].IsComplete ? _paths.Created : null;

    /// <summary>Why output files are incomplete and did not get their final names.</summary>
    public IEnumerable<string> Failures => _targets.Select(target => target.Failure?.Error.Message).OfType<string>();

    /// <summary>Moves the files to their final names. A file without rows is not created, except to replace an older file of that name.</summary>
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
            // The target keeps the error.
        }
    }
}
