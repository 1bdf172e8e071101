using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>A draft as it would be sent, or everything that keeps it from being sent.</summary>
internal sealed class PreparedDraft
{
    internal PreparedDraft(Draft draft, string?[] values, IReadOnlyList<FieldProblem> problems, string key, byte[] body)
    {
        Draft = draft;
        Values = values;
        Problems = problems;
        Key = key;
        Body = body;
    }

    /// <summary>The draft.</summary>
    public Draft Draft { get; }

    /// <summary>Everything wrong with it; empty if it can be sent.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    /// <summary>What the user should know although it can be sent: the same sentence for every row of the same kind.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>What is asked of the provider for it.</summary>
    public ProviderOperation Operation => Draft.Change is null ? ProviderOperation.Create : ProviderOperation.Update;

    /// <summary>Whether it can be sent.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>The idempotency key: the draft's own, or one made of its content. Empty if it cannot be sent, or the account is not known.</summary>
    public string Key { get; }

    /// <summary>The request's body, in the provider's format. Empty if it cannot be sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether the row has a key of its own, and not one made of its content.</summary>
    public bool HasOwnKey => Draft[CustomerField.IdempotencyKey] is not null;

    /// <summary>The values as the provider takes them, by field.</summary>
    internal string?[] Values { get; }
}
