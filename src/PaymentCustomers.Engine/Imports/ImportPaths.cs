using System.Globalization;
using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Engine.Imports;

/// <summary>The paths of the files that an import writes.</summary>
/// <param name="Journal">The journal: a file, or the address of a shared journal; null if none is kept.</param>
/// <param name="Rejects">The rows without a customer.</param>
/// <param name="Created">The rows with a customer.</param>
internal sealed partial record ImportPaths(string? Journal, string Rejects, string Created)
{
    private const string JournalOption = "JournalPath";
    private const string RejectOption = "RejectPath";
    private const string OutputOption = "OutputPath";

    /// <summary>
    /// The paths from the settings. The others are next to the input: for <c>customers.csv</c>,
    /// <c>customers.onepay-sandbox.journal</c>, <c>customers.rejects.csv</c>, <c>customers.created.csv</c>. If the base address is not
    /// the provider's own, the journal is named after it: <c>customers.onepay-127.0.0.1-8642.journal</c>. A practice run has no journal.
    /// An import of rejects continues the journal of the original input, and writes <c>customers.rejects-2.csv</c>. A shard of the
    /// input has output files of its own: <c>customers.2-of-8.rejects.csv</c>.
    /// </summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: two of them are the same file, by path or through a link.</exception>
    public static ImportPaths Of(ImportSettings settings, PaymentConnection connection)
    {
        var folder = Path.GetDirectoryName(settings.Path) ?? "";
        var name = Path.GetFileNameWithoutExtension(settings.Path);
        var round = 1;
        if (RejectName().Match(name) is { Success: true } match)
        {
            name = match.Groups["name"].Value;
            round = match.Groups["round"] is { Success: true } number && int.TryParse(number.ValueSpan, out var before) ? before + 1 : 2;
        }

        if (settings.Run.Shard is { } shard)
            name = string.Create(CultureInfo.InvariantCulture, $"{name}.{shard.Number}-of-{shard.Count}");

        var suffix = round == 1 ? "" : $"-{Language.Number(round)}";
        var paths = new ImportPaths(
            settings.JournalPath ?? (settings.IsPractice ? null : Path.Combine(folder, $"{name}.{connection.Provider.ToLowerInvariant()}-{PlaceOf(connection)}.journal")),
            settings.RejectPath ?? Path.Combine(folder, $"{name}.rejects{suffix}.csv"),
            settings.OutputPath ?? Path.Combine(folder, $"{name}.created{suffix}.csv"));
        paths.Check(settings);
        return paths;
    }

    // A customer created at an emulator or gateway does not exist at the provider, so that such runs get a journal of their own.
    private static string PlaceOf(PaymentConnection connection)
    {
        var own = PaymentProviders.Get(connection.Provider).Access.BaseUri(connection.Environment);
        return connection.BaseUri.Host == own.Host ? connection.Environment.ToString().ToLowerInvariant()
            : connection.BaseUri.IsDefaultPort ? connection.BaseUri.IdnHost
            : $"{connection.BaseUri.IdnHost}-{Language.Number(connection.BaseUri.Port)}";
    }

    /// <summary>Whether a file contains the rejects of an earlier import, which continue the journal of another input.</summary>
    public static bool IsRejects(string path) => RejectName().IsMatch(Path.GetFileNameWithoutExtension(path));

    /// <summary>
    /// Whether a file that a wildcard or a folder matched is the output of an import: the rows with a customer, or the rejects of
    /// a file that was imported before.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="imported">The files that were imported before.</param>
    public static bool IsLeft(string path, IEnumerable<string> imported)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (ResultName().IsMatch(name))
            return true;
        var folder = Path.GetDirectoryName(path);
        // The rejects of customers.csv, or of a shard of it: customers.2-of-8.
        return RejectName().Match(name) is { Success: true } match
            && imported.Any(other => Path.GetDirectoryName(other) == folder
                && $"{match.Groups["name"].Value}.".StartsWith($"{Path.GetFileNameWithoutExtension(other)}.", StringComparison.Ordinal));
    }

    private void Check(ImportSettings settings)
    {
        // The report is written after everything was sent, so that problems with its path must be found before.
        if (settings.ReportPath is { } page)
        {
            if (Directory.Exists(page))
                throw OutputErrors.Of(WritingMessages.IsFolder(page), WritingMessages.FolderAction);
            if (Path.GetDirectoryName(Path.GetFullPath(page)) is { } folder && !Directory.Exists(folder))
                throw OutputErrors.Of(WritingMessages.NoFolder(page, folder), WritingMessages.NoFolderAction);
        }

        var known = new List<(string Name, string Path)> { (ImportMessages.TheInput, settings.Path) };
        // A journal in a database is not a file.
        if (Journal is not null && !JournalAddress.IsShared(Journal))
            Add(settings.Spell(JournalOption), [Journal]);
        // Output is written to a temporary file until it is complete.
        Add(settings.Spell(RejectOption), [Rejects, CsvTarget.PartialOf(Rejects)]);
        Add(settings.Spell(OutputOption), [Created, CsvTarget.PartialOf(Created)]);

        if (settings.ReportPath is { } report)
            Add(settings.Spell(nameof(settings.ReportPath)), [report, CsvTarget.PartialOf(report)]);

        void Add(string name, string[] own)
        {
            foreach (var one in own)
            {
                if (known.Find(other => IsSame(one, other.Path)) is { Name: { } same })
                    throw ImportErrors.Of(PaymentErrorId.InputInvalid, ImportMessages.SameFile(name, same, own[0]), ImportMessages.SameFileAction);
            }

            known.AddRange(own.Select(one => (name, one)));
        }
    }

    private static bool IsSame(string one, string other) =>
        Path.GetFullPath(one).Equals(
            Path.GetFullPath(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        // The same device may be named twice.
        || (NativeFiles.IdentityOf(one) is { } identity && identity == NativeFiles.IdentityOf(other) && !NativeFiles.IsDevice(one));

    [GeneratedRegex(@"^(?<name>.+)\.rejects(?:-(?<round>\d{1,6}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RejectName();

    [GeneratedRegex(@"^.+\.created(?:-\d{1,6})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResultName();
}
