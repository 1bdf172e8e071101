namespace PaymentCustomers.Engine.Providers;

/// <summary>The settings of a row's check besides its values, and the warnings that the check gives.</summary>
internal sealed class RowCheck
{
    private List<string>? _warnings;

    /// <summary>Whether a customer is changed instead of created. Fields without a value then keep theirs.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether the first name is the full name.</summary>
    public bool HasWholeName { get; init; }

    /// <summary>Whether to accept a telephone number of a possible length whose range is not known.</summary>
    public bool IsPhoneLenient { get; init; }

    /// <summary>Whether an incomplete address is omitted. Otherwise its row is refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>The row's country as given, even if the provider has no such field.</summary>
    public string? Country { get; init; }

    /// <summary>Warnings about a row that can be sent. Rows of the same kind get the same sentence.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? (IReadOnlyList<string>)[];

    /// <summary>Adds a warning. It must not contain a value of the row.</summary>
    public void Warn(string warning) => (_warnings ??= []).Add(warning);
}
