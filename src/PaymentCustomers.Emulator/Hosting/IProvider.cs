using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>A provider, before any emulator runs: what its folder has to say of it.</summary>
internal interface IProviderDefinition
{
    EmulatedProvider Provider { get; }

    /// <summary>
    /// What stands between the provider's name and its resources, as <c>/v1</c>. Its base address is
    /// <c>http://127.0.0.1:PORT/NAME</c> and this.
    /// </summary>
    string BasePath { get; }

    /// <summary>
    /// Whether it is found below <see cref="BasePath"/> without its name too, as a client does that is given the root
    /// as its base address. One provider of each base path may have this.
    /// </summary>
    bool AnswersWithoutName { get; }

    /// <summary>The header by which its answers name the request.</summary>
    string RequestIdHeader => "x-request-id";

    /// <summary>What can be wrong with its answers.</summary>
    IReadOnlyList<AnswerChange> Changes { get; }

    /// <summary>The faults that only it has, besides those of <see cref="Changes"/>.</summary>
    IReadOnlyList<EmulatorFault> Faults { get; }

    /// <summary>What is out of range among its options, if anything is.</summary>
    string? Problem(EmulatorOptions options);

    /// <summary>The provider in an emulator of its own, without customers.</summary>
    IProviderApi Start(LiveOptions options, Func<Uri> address);
}

/// <summary>A running provider: requests in, replies out, no connection in sight; and the customers it has.</summary>
internal interface IProviderApi
{
    IProviderDefinition Definition { get; }

    /// <summary>The number of its customers.</summary>
    int Count { get; }

    /// <summary>Where a request goes.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the provider's name.</param>
    Route Match(string method, string path);

    /// <summary>Carries a request out.</summary>
    Reply Handle(ProviderRequest request);

    /// <summary>Takes note of a request that <see cref="Handle"/> carries out later: until then it is under way.</summary>
    void Begin(ProviderRequest request)
    {
    }

    /// <summary>Takes note of an error that a fault answers in the provider's name to a request that was carried out.</summary>
    void Failed(ProviderRequest request, Reply reply)
    {
    }

    /// <summary>The provider's own error form for a status nobody asked for: unknown paths, faults, bodies too large.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="status">The status.</param>
    /// <param name="message">What it says; null what the provider says by itself.</param>
    Reply Error(ProviderRequest request, int status, string? message = null);

    /// <summary>That a customer exists already, in the provider's words, with what was sent about the person.</summary>
    string AlreadyThere(ProviderRequest request);

    /// <summary>A customer of the account with another id, as a create answers it; made up if there is none.</summary>
    JsonObject Another(ProviderRequest request, string? id);

    /// <summary>Stores a customer that nobody sent.</summary>
    void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created);

    /// <summary>The ordinal of the account that a seeding is for.</summary>
    int AccountOf(SeedRequest request);

    /// <summary>For each customer, what writes its members.</summary>
    IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions options);

    void Clear();
}
