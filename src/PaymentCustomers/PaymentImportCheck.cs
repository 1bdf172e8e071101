namespace PaymentCustomers;

/// <summary>The result of checking a file before anything of it is sent.</summary>
public sealed record PaymentImportCheck
{
    /// <summary>The path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment.</summary>
    public required PaymentEnvironment Environment { get; init; }

    /// <summary>The account: a name or a fingerprint, never a secret.</summary>
    public required string Account { get; init; }

    /// <summary>The number of rows, without blank rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of blank rows. They are skipped.</summary>
    public required long BlankRows { get; init; }

    /// <summary>The number of rows that can be sent.</summary>
    public required long Valid { get; init; }

    /// <summary>The number of rows that cannot be sent as they are.</summary>
    public long Invalid => Rows - Valid - OtherShard;

    /// <summary>The number of rows that belong to another shard. They are skipped.</summary>
    public long OtherShard { get; init; }

    /// <summary>The number of rows with the same content as an earlier row. Each content is sent once.</summary>
    public required long Duplicates { get; init; }

    /// <summary>The number of rows that an earlier run left in doubt. They are looked up before they are sent.</summary>
    public required long Doubtful { get; init; }

    /// <summary>The number of rows whose customers get a message from the provider, by WhatsApp or e-mail.</summary>
    public required long Notified { get; init; }

    /// <summary>The shortest possible duration under the rate limit, in seconds; null without a rate limit.</summary>
    public double? LeastSeconds { get; init; }

    /// <summary>The columns of the file, in file order.</summary>
    public required IReadOnlyList<PaymentImportColumn> Columns { get; init; }

    /// <summary>All problems of the rows, by kind, the most frequent first.</summary>
    public required IReadOnlyList<PaymentImportProblem> Problems { get; init; }

    /// <summary>Warnings about rows that can be sent.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
