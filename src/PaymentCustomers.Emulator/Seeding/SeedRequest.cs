namespace PaymentCustomers.Emulator;

/// <summary>Customers to put into the store without a request.</summary>
public sealed record SeedRequest
{
    /// <summary>Where.</summary>
    public required EmulatedProvider Provider { get; init; }

    /// <summary>How many, 0 to 1,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>OnePay: the bearer key they belong to.</summary>
    public string Key { get; init; } = "sk_test_emulator";

    /// <summary>Dots: the client id they belong to.</summary>
    public string ClientId { get; init; } = "emulator";

    /// <summary>Dots: the <c>Api-App-Id</c> they belong to, if any.</summary>
    public string? AppId { get; init; }

    /// <summary>Decides names and all else; null takes <see cref="EmulatorOptions.Seed"/>.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// OnePay: every tenth customer looks like the old ones the contract warns of: empty e-mail, no document, or the
    /// document type RUT.
    /// </summary>
    public bool Legacy { get; init; }
}
