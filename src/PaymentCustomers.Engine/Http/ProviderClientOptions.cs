namespace PaymentCustomers.Engine.Http;

/// <summary>How requests are sent.</summary>
internal sealed record ProviderClientOptions
{
    /// <summary>The longest that one attempt may take, from the connection to the end of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told of every attempt; null if nobody listens.</summary>
    public IEngineLog? Log { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
