namespace PaymentCustomers.Emulator.Hosting;

/// <summary>One provider: requests in, replies out, no connection in sight.</summary>
internal interface IProviderApi
{
    EmulatedProvider Provider { get; }

    Route Match(string method, string path);

    /// <summary>Carries a request out.</summary>
    Reply Handle(ProviderRequest request);

    /// <summary>The provider's own error form for a status nobody asked for: unknown paths, faults, bodies too large.</summary>
    Reply Error(ProviderRequest request, int status);
}
