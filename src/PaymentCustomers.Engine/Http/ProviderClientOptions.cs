namespace PaymentCustomers.Engine.Http;

/// <summary>How requests are sent.</summary>
internal sealed record ProviderClientOptions
{
    /// <summary>The timeout of one attempt, from opening the connection to the end of the response.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Receives a message about every attempt; null for none.</summary>
    public IEngineLog? Log { get; init; }

    /// <summary>Sends the requests; null for the sockets of the connection.</summary>
    public HttpMessageInvoker? Invoker { get; init; }

    /// <summary>The clock.</summary>
#pragma warning disable RS0030 // The default clock.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
