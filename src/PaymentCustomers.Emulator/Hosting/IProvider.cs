using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>The static definition of a provider, independent of a running emulator.</summary>
internal interface IProviderDefinition
{
    EmulatedProvider Provider { get; }

    /// <summary>
    /// The path between the provider's name and its resources, such as <c>/v1</c>. The provider's base address is
    /// <c>http://127.0.0.1:PORT/NAME</c> followed by this path.
    /// </summary>
    string BasePath { get; }

    /// <summary>
    /// Whether the provider also responds to <see cref="BasePath"/> without its name, for clients that are given the root as base address. Only
    /// one provider per base path may set this.
    /// </summary>
    bool AnswersWithoutName { get; }

    /// <summary>The response header with the id of the request.</summary>
    string RequestIdHeader => "x-request-id";

    /// <summary>The errors that its responses can have.</summary>
    IReadOnlyList<AnswerChange> Changes { get; }

    /// <summary>Faults that only this provider has, in addition to those from <see cref="Changes"/>.</summary>
    IReadOnlyList<EmulatorFault> Faults { get; }

    /// <summary>The first of its options that is out of range; null if all are valid.</summary>
    string? Problem(EmulatorOptions options);

    /// <summary>Starts the provider in an emulator, without customers.</summary>
    IProviderApi Start(LiveOptions options, Func<Uri> address);
}

/// <summary>A running provider and its customers. It takes requests and returns responses, without access to the connection.</summary>
internal interface IProviderApi
{
    IProviderDefinition Definition { get; }

    /// <summary>The number of its customers.</summary>
    int Count { get; }

    /// <summary>Determines the route of a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the provider's name.</param>
    Route Match(string method, string path);

    /// <summary>Carries a request out.</summary>
    Reply Handle(ProviderRequest request);

    /// <summary>Records a request that <see cref="Handle"/> carries out later. Until then it is in progress.</summary>
    void Begin(ProviderRequest request)
    {
    }

    /// <summary>Records an error that a fault returned for a request that was carried out.</summary>
    void Failed(ProviderRequest request, Reply reply)
    {
    }

    /// <summary>The provider's error response for a status that does not come from the provider: unknown paths, faults, bodies too large.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="message">The message; null for the provider's own message.</param>
    Reply Error(ProviderRequest request, int status, string? message = null);

    /// <summary>The provider's message that a customer exists already, with the personal data of the request.</summary>
    string AlreadyThere(ProviderRequest request);

    /// <summary>Another customer of the account, as in the response to a create; generated if there is none.</summary>
    JsonObject Another(ProviderRequest request, string? id);

    /// <summary>Stores a customer without a request.</summary>
    void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created);

    /// <summary>The ordinal of the account of seeded customers.</summary>
    int AccountOf(SeedRequest request);

    /// <summary>For each customer, an action that writes its members.</summary>
    IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions options);

    void Clear();
}
