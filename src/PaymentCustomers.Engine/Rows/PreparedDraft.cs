using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>A draft in the form in which it is sent, or with the problems that prevent sending it.</summary>
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

    /// <summary>All problems of the draft; empty if it can be sent.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    /// <summary>Warnings about a draft that can be sent. Rows of the same kind get the same sentence.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>The operation that is requested for it.</summary>
    public ProviderOperation Operation => Draft.Change is null ? ProviderOperation.Create : ProviderOperation.Update;

    /// <summary>Whether it can be sent.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>The idempotency key: the draft's own, or one computed from its content. Empty if the draft cannot be sent or the account is not known.</summary>
    public string Key { get; }

    /// <summary>The request body, in the provider's format. Empty if the draft cannot be sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether the row gives its own key, instead of one computed from its content.</summary>
    public bool HasOwnKey => Draft[CustomerField.IdempotencyKey] is not null;

    /// <summary>The values by field, in the form that the provider accepts.</summary>
    internal string?[] Values { get; }
}
