namespace PaymentCustomers.Emulator;

/// <summary>Describes customers to store without requests.</summary>
public sealed partial record SeedRequest
{
    /// <summary>The provider.</summary>
    public required EmulatedProvider Provider { get; init; }

    /// <summary>The number of customers, 0 to 1,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>Determines names and all other values; null for <see cref="EmulatorOptions.Seed"/>.</summary>
    public long? Seed { get; init; }
}
