using System.Globalization;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Rows;

/// <summary>
/// One of several shards of a file, each processed by its own run. The shard of a row is determined by its key, so that equal rows
/// are in the same shard. Every run reads the whole file, so that row numbers are those of the file.
/// </summary>
/// <param name="Number">The number of the shard, from 1.</param>
/// <param name="Count">The number of shards.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>The maximum number of shards.</summary>
    public const int Most = 1_000_000;

    /// <summary>
    /// Parses a shard: <c>2/8</c> is the second of eight. For systems that count from 0, such as Kubernetes, <c>0/8</c> is the
    /// eighth.
    /// </summary>
    /// <returns>Null if the text is not a shard.</returns>
    public static Shard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && Whole(parts[0]) is { } number && Whole(parts[1]) is > 0 and var count && number <= count
            ? new Shard(number == 0 ? count : number, count)
            : null;
    }

    /// <summary>Whether a row belongs to this shard.</summary>
    /// <param name="draft">The row. A row that cannot be sent has no key; its row number is used instead.</param>
    /// <param name="first">The hash of the key of the earlier row with the same customer; null if there is none.</param>
    public bool Has(PreparedDraft draft, KeyHash? first = null)
    {
        var hash = first ?? (draft.Key.Length > 0 ? KeyHash.Of(draft.Key) : new KeyHash(0, (ulong)draft.Draft.Row));
        return hash.Modulo(Count) == Number - 1;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Most ? number : null;
}
