using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Rows;

/// <summary>
/// One of several parts of a file, each for a run of its own. A row's part follows from its key, so that equal rows are in
/// the same one; every run reads the whole file, so that row numbers stay those of the file.
/// </summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>The most parts of one file.</summary>
    public const int Most = 1_000_000;

    /// <summary>
    /// Reads a part as it is written: <c>2/8</c> is the second of eight. For whoever counts from 0, as Kubernetes does,
    /// <c>0/8</c> is the eighth.
    /// </summary>
    /// <returns>Null if the text is none.</returns>
    public static Shard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && Whole(parts[0]) is { } number && Whole(parts[1]) is > 0 and var count && number <= count
            ? new Shard(number == 0 ? count : number, count)
            : null;
    }

    /// <summary>Whether a row belongs to this part.</summary>
    /// <param name="draft">The row. One that cannot be sent has no key; it goes by its place in the file.</param>
    /// <param name="first">The key of the earlier row whose customer it shares, as tables know it; null if it is no such row.</param>
    public bool Has(PreparedDraft draft, UInt128? first = null)
    {
        var hash = first ?? (draft.Key.Length > 0 ? KeyTable.HashOf(draft.Key) : (UInt128)draft.Draft.Row);
        return hash % (UInt128)Count == (UInt128)(Number - 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Most ? number : null;
}
