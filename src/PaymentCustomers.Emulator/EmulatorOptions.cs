using System.Text.Json.Serialization;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>
/// How the emulated providers behave. What a contract documents (S) is fixed; every property here is something
/// a contract leaves open (?) or infers (I), or something a test wants to steer. Those of one provider stand in its folder.
/// In JSON the names are camelCase.
/// </summary>
public sealed partial record EmulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 lets the system choose. Fixed at start.</summary>
    public int Port { get; init; }

    /// <summary>Keep every provider request, bodies included. Off for benchmarks: memory then does not grow with requests.</summary>
    public bool RecordRequests { get; init; } = true;

    /// <summary>Server time per provider request from its arrival on, in milliseconds. Like a real server, it goes on when the client leaves.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Decides, with a request's ordinal, the faults of probability; also the default seed of seeded customers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The only clock: timestamps, latency and faults read it. Fixed at start.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; init; } = PreciseTime.Instance;

    /// <summary>The fault rules at start; later <see cref="ProviderEmulator.SetFaults"/> or <c>PUT /_emulator/faults</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>
    /// A second port on 127.0.0.1, 0 for a free one, that takes connections and says nothing, ever: what a client of https
    /// meets when a server is stuck in the TLS handshake. Null for none. Fixed at start.
    /// </summary>
    public int? SilentPort { get; init; }

    /// <summary>Milliseconds until a new customer is in the lists. By its id it is found at once.</summary>
    public int ListLagMs { get; init; }

    /// <summary>How many customers a list shows in all, from its beginning; null all.</summary>
    public int? ListCap { get; init; }

    /// <summary>How lists end.</summary>
    public ListEnding ListEnding { get; init; }

    /// <summary>E-mail addresses are stored, and so answered, in lower case.</summary>
    public bool LowerCaseEmail { get; init; }

    /// <summary>These options with some changed by a camelCase JSON object; port, clock and faults cannot be changed so.</summary>
    /// <param name="json">Any subset of the options, enums as camelCase strings.</param>
    /// <exception cref="ArgumentException">Not a JSON object, an unknown name, or a value out of range: the message names it.</exception>
    public EmulatorOptions Patch(string json) => OptionsJson.Patch(this, json);
}
