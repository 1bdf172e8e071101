namespace PaymentCustomers;

/// <summary>What is known of a file before anything of it is sent.</summary>
public sealed record PaymentImportCheck
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>The account: a name or a fingerprint, never a secret.</summary>
    public required string Account { get; init; }

    /// <summary>The rows, without blank ones.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that are blank; they are passed over.</summary>
    public required long BlankRows { get; init; }

    /// <summary>Rows that can be sent.</summary>
    public required long Valid { get; init; }

    /// <summary>Rows that cannot be sent as they are.</summary>
    public long Invalid => Rows - Valid - OtherShard;

    /// <summary>Rows that belong to another shard, and are passed over.</summary>
    public long OtherShard { get; init; }

    /// <summary>Rows that say the same as an earlier one; they are sent once.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Rows of which an earlier run does not know whether their customer was created; they are looked up before they are sent.</summary>
    public required long Doubtful { get; init; }

    /// <summary>Rows whose customers the provider writes to, by WhatsApp or e-mail.</summary>
    public required long Notified { get; init; }

    /// <summary>How long it takes at most as fast as the rate limit allows, in seconds; null without a rate limit.</summary>
    public double? LeastSeconds { get; init; }

    /// <summary>The file's columns, in its order.</summary>
    public required IReadOnlyList<PaymentImportColumn> Columns { get; init; }

    /// <summary>Everything that is wrong with the rows, by kind; the most frequent first.</summary>
    public required IReadOnlyList<PaymentImportProblem> Problems { get; init; }

    /// <summary>What the user should know of rows that can be sent.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
