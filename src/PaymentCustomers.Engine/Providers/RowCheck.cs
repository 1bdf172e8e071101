namespace PaymentCustomers.Engine.Providers;

/// <summary>What the check of a row goes by besides its values, and what it has to tell that is not wrong.</summary>
internal sealed class RowCheck
{
    private List<string>? _warnings;

    /// <summary>Whether a customer is changed, instead of created: what is not given stays.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether the first name is the whole name.</summary>
    public bool HasWholeName { get; init; }

    /// <summary>Whether a telephone number of a possible length passes, although its range is not known.</summary>
    public bool IsPhoneLenient { get; init; }

    /// <summary>Whether an incomplete address is left out instead of refused.</summary>
    public bool LeavesIncompleteAddress { get; init; }

    /// <summary>The country of the row as it was given, also where the provider has no such field.</summary>
    public string? Country { get; init; }

    /// <summary>What the user should know about a row that is sent: the same sentence for every row of the same kind.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? (IReadOnlyList<string>)[];

    /// <summary>Adds a warning. It holds no value of the row.</summary>
    public void Warn(string warning) => (_warnings ??= []).Add(warning);
}
