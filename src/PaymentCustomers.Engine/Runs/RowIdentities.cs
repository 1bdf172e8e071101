using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What to do with a row about the same person as an earlier row, but with different content.</summary>
internal enum DuplicateIdentity
{
    /// <summary>Refuse the row.</summary>
    Refuse,

    /// <summary>Skip the row: it shares the customer of the first row.</summary>
    Skip,

    /// <summary>Send the row.</summary>
    Allow,
}

/// <summary>
/// Detects rows of a run that conflict with each other: one person with two different contents, one key for two different contents, and
/// repeated rows that have only a name and may be different people.
/// </summary>
/// <param name="provider">The provider that the rows are for.</param>
/// <param name="options">The settings of the run.</param>
internal sealed class RowIdentities(PaymentProvider provider, RunOptions options)
{
    private static readonly CustomerField[] Telling = [Email, Phone, UserId, DocumentNumber, AddressLine1, BirthDate, Metadata];

    private readonly PackedTable<First> _people = new();
    private readonly PackedTable<First> _givenKeys = new();

    // The key of each person's first row. Rows that are skipped share its customer.
    private readonly PackedTable<KeyHash> _keys = new();

    /// <summary>Compares a row with earlier rows.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="same">The hash of the key of the earlier row with the same customer; null if there is none.</param>
    /// <returns>Why the row is refused; null if it is not.</returns>
    public FieldProblem? Check(PreparedDraft draft, out KeyHash? same)
    {
        same = null;
        if (draft.HasOwnKey && KeyProblem(draft) is { } problem)
            return problem;
        // The order in which two changes of one customer arrive is not defined.
        if (draft.Draft.Change is { } change)
        {
            return _people.TryAdd(change.Id, First.Of(draft), out var other) || other.HasKey(draft.Key)
                ? null
                : new FieldProblem("Id", PaymentErrorId.CustomerInvalid, RunMessages.SameCustomer(other.Row));
        }

        if (options.DuplicateIdentity == DuplicateIdentity.Allow || IdentityField is not { } field || Identity.Of(field, draft.Values) is not { } identity)
            return null;
        if (options.DuplicateIdentity == DuplicateIdentity.Skip)
        {
            var key = KeyHash.Of(draft.Key);
            if (!_keys.TryAdd(identity, key, out var firstKey) && firstKey != key)
                same = firstKey;
            return null;
        }

        if (_people.TryAdd(identity, First.Of(draft), out var first) || first.HasKey(draft.Key))
            return null;
        return new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, RunMessages.SamePerson(field, first.Row));
    }

    /// <summary>The problem of a row that repeats another and has only a name.</summary>
    public static FieldProblem NameOnly => new(nameof(FirstName), PaymentErrorId.CustomerInvalid, RunMessages.NameOnly);

    /// <summary>Whether a row has only a name, so that a repeated row may be another person.</summary>
    public static bool IsNameOnly(PreparedDraft draft) => Array.TrueForAll(Telling, field => draft.Values[(int)field] is null);

    /// <summary>The field that identifies a customer. At Dots it is used only if the user asked for it.</summary>
    private CustomerField? IdentityField =>
        provider.Capabilities.FindsByDocument ? DocumentNumber : options.SkipExisting ? options.MatchBy : null;

    private FieldProblem? KeyProblem(PreparedDraft draft)
    {
        var body = First.Of(draft, draft.Body.Span);
        return _givenKeys.TryAdd(draft.Key, body, out var first) || first.Content == body.Content
            ? null
            : new FieldProblem(nameof(IdempotencyKey), PaymentErrorId.CustomerInvalid, RunMessages.KeyOfAnother(first.Row));
    }

    /// <summary>The first row with an identity. Packed, because there may be millions.</summary>
    /// <param name="Row">The row number.</param>
    /// <param name="Content">32 bits of the hash of the row's key or body, which differ for different content.</param>
    private readonly record struct First(uint Row, uint Content)
    {
        public static First Of(PreparedDraft draft) => new((uint)draft.Draft.Row, (uint)KeyHash.Of(draft.Key).High);

        public static First Of(PreparedDraft draft, ReadOnlySpan<byte> body) => new((uint)draft.Draft.Row, (uint)KeyHash.OfContent(body).High);

        public bool HasKey(string key) => Content == (uint)KeyHash.Of(key).High;
    }
}
