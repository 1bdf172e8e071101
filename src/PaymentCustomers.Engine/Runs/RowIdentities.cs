using System.Runtime.InteropServices;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What becomes of a row that is about the same person as an earlier one, and says something else.</summary>
internal enum DuplicateIdentity
{
    /// <summary>It is refused.</summary>
    Refuse,

    /// <summary>It is passed over: it shares the customer of the first.</summary>
    Skip,

    /// <summary>It is sent.</summary>
    Allow,
}

/// <summary>
/// Tells rows of one run apart that must not become one customer, and those that must not become two: one person with two
/// contents, one key for two contents, two people with nothing but a name.
/// </summary>
/// <param name="provider">The provider that the rows are for.</param>
/// <param name="options">How the run goes.</param>
internal sealed class RowIdentities(PaymentProvider provider, RunOptions options)
{
    private static readonly CustomerField[] Telling = [Email, Phone, UserId, DocumentNumber, AddressLine1, BirthDate, Metadata];

    private readonly PackedTable<First> _people = new();
    private readonly PackedTable<First> _givenKeys = new();

    /// <summary>Compares a row with those before it.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="same">The key of the earlier row whose customer it shares, as tables know it; null if it is no such row.</param>
    /// <returns>Why it is refused; null if it is not.</returns>
    public FieldProblem? Check(PreparedDraft draft, out UInt128? same)
    {
        same = null;
        if (draft.HasOwnKey && KeyProblem(draft) is { } problem)
            return problem;
        // In which order two changes of one customer would arrive, nobody knows.
        if (draft.Draft.Change is { } change)
        {
            return _people.TryAdd(change.Id, First.Of(draft), out var other) || other.HasKey(draft.Key)
                ? null
                : new FieldProblem("Id", PaymentErrorId.CustomerInvalid, RunMessages.SameCustomer(other.Row));
        }

        if (options.DuplicateIdentity == DuplicateIdentity.Allow || IdentityField is not { } field || Identity.Of(field, draft.Values) is not { } identity)
            return null;
        if (_people.TryAdd(identity, First.Of(draft), out var first) || first.HasKey(draft.Key))
            return null;
        if (options.DuplicateIdentity == DuplicateIdentity.Skip)
        {
            same = first.Key;
            return null;
        }

        return new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, RunMessages.SamePerson(field, first.Row));
    }

    /// <summary>Why a row that repeats another, and is known by nothing but its name, is refused.</summary>
    public static FieldProblem NameOnly => new(nameof(FirstName), PaymentErrorId.CustomerInvalid, RunMessages.NameOnly);

    /// <summary>Whether a row that repeats another is known by nothing but its name: it may be somebody else.</summary>
    public static bool IsNameOnly(PreparedDraft draft) => Array.TrueForAll(Telling, field => draft.Values[(int)field] is null);

    /// <summary>What says who a customer is: at Dots only where it was asked for.</summary>
    private CustomerField? IdentityField =>
        provider.Capabilities.FindsByDocument ? DocumentNumber : options.SkipExisting ? options.MatchBy : null;

    private FieldProblem? KeyProblem(PreparedDraft draft)
    {
        var body = First.Of(draft, draft.Body.Span);
        return _givenKeys.TryAdd(draft.Key, body, out var first) || first.Key == body.Key
            ? null
            : new FieldProblem(nameof(IdempotencyKey), PaymentErrorId.CustomerInvalid, RunMessages.KeyOfAnother(first.Row));
    }

    /// <summary>The first row of its kind. Packed, because there may be millions.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Key">What tells its content from others.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct First(uint Row, UInt128 Key)
    {
        public static First Of(PreparedDraft draft) => new((uint)draft.Draft.Row, KeyTable.HashOf(draft.Key));

        public static First Of(PreparedDraft draft, ReadOnlySpan<byte> body) => new((uint)draft.Draft.Row, KeyTable.HashOf(Convert.ToBase64String(body)));

        public bool HasKey(string key) => Key == KeyTable.HashOf(key);
    }
}
