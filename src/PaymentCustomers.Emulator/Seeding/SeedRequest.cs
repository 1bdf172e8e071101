namespace PaymentCustomers.Emulator;

/// <summary>Customers to put into the store without a request.</summary>
public sealed partial record SeedRequest
{
    /// <summary>Where.</summary>
    public required EmulatedProvider Provider { get; init; }

    /// <summary>How many, 0 to 1,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>Decides names and all else; null takes <see cref="EmulatorOptions.Seed"/>.</summary>
    public long? Seed { get; init; }
}
