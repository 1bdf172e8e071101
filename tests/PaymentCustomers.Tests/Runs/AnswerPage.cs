using System.Text.RegularExpressions;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Runs;

/// <summary>docs/answers.md has a table of answers for each provider. The tests compare it with the actual outcomes.</summary>
internal static class AnswerPage
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "answers.md");

    // Tests of several providers run at once, and each rewrites its own part of the same file.
    private static readonly Lock Gate = new();

    /// <summary>Whether the page is written instead of compared.</summary>
    public static bool Writes { get; } = Environment.GetEnvironmentVariable("PAYMENT_CUSTOMERS_ANSWERS") == "write";

    /// <summary>The page's present text about a provider.</summary>
    public static string PartOf(string provider) => Part(provider, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n")).Value;

    /// <summary>Writes a provider's outcomes into the page.</summary>
    public static void Write(string provider, string part)
    {
        lock (Gate)
        {
            var page = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");
            var old = Part(provider, page);
            System.IO.File.WriteAllText(File, $"{page[..old.Index]}{part}{page[(old.Index + old.Length)..]}");
        }
    }

    /// <summary>The text about a provider that the page must contain.</summary>
    public static string Part(string provider, IEnumerable<(string Answer, IReadOnlyDictionary<FaultStorage, string> Cells)> rows) =>
        $"## {provider}\n\n| answer | stored by no attempt | by the first | by each |\n|---|---|---|---|\n"
        + string.Concat(rows.Select(row => $"| `{row.Answer}` | {row.Cells[FaultStorage.Never]} | {row.Cells[FaultStorage.Once]} | {row.Cells[FaultStorage.Always]} |\n"));

    private static Match Part(string provider, string page) => Regex.Match(page, $@"^## {provider}\n(?:\n|\|.*\n)*?(?=\n## |\z)", RegexOptions.Multiline);
}
