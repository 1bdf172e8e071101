namespace PaymentCustomers.Engine.Http;

/// <summary>How requests are sent.</summary>
internal sealed record ProviderClientOptions
{
    /// <summary>The longest that one attempt may take, from the connection to the end of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told of every attempt; null if nobody listens.</summary>
    public IEngineLog? Log { get; init; }

    /// <summary>The clock.</summary>
#pragma warning disable RS0030 // The one place where a clock is chosen that was not given.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
