using System.Text.Json.Serialization;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>
/// The behaviour of the emulated providers. What a contract documents (S) is fixed. The properties here are what a contract leaves
/// open (?) or infers (I), and what tests need to control. Options of a single provider are in its folder. In JSON the names are
/// camelCase.
/// </summary>
public sealed partial record EmulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 lets the system choose. Fixed at start.</summary>
    public int Port { get; init; }

    /// <summary>Whether to keep every provider request, including its body. Without it, memory does not grow with requests, as benchmarks need.</summary>
    public bool RecordRequests { get; init; } = true;

    /// <summary>Time to process a provider request after its arrival, in milliseconds. Like a real server, the emulator continues if the client disconnects.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Determines, together with a request's ordinal, which random faults are played. Also the default seed for seeded customers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The requests per second that a provider admits; it responds to the others with 429 and <c>Retry-After: 1</c>. Null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>
    /// A file for a certificate. If it is given, the emulator serves https, with HTTP/2 and HTTP/1.1. The certificate is made at the
    /// start and written to the file as PEM. Null for http. Fixed at start.
    /// </summary>
    public string? CertificatePath { get; init; }

    /// <summary>The clock for timestamps, latency and faults. Fixed at start.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; init; } = PreciseTime.Instance;

    /// <summary>The fault rules at start. They can be replaced with <see cref="ProviderEmulator.SetFaults"/> or <c>PUT /_emulator/faults</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>
    /// A second port on 127.0.0.1 (0 for any free port) that accepts connections and never responds, like a https server that is stuck
    /// in the TLS handshake. Null for none. Fixed at start.
    /// </summary>
    public int? SilentPort { get; init; }

    /// <summary>Milliseconds until a new customer appears in lists. It can be retrieved by its id immediately.</summary>
    public int ListLagMs { get; init; }

    /// <summary>The maximum number of customers that a list shows, counted from its start; null for all.</summary>
    public int? ListCap { get; init; }

    /// <summary>How lists end.</summary>
    public ListEnding ListEnding { get; init; }

    /// <summary>Whether e-mail addresses are stored and returned in lower case.</summary>
    public bool LowerCaseEmail { get; init; }

    /// <summary>Returns these options with the changes in a camelCase JSON object. Port, clock and faults cannot be changed this way.</summary>
    /// <param name="json">Any subset of the options, with enums as camelCase strings.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object, a name is unknown, or a value is out of range. The message names it.</exception>
    public EmulatorOptions Patch(string json) => OptionsJson.Patch(this, json);
}
