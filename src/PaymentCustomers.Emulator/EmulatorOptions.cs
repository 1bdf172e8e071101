using System.Text.Json.Serialization;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator;

/// <summary>
/// How the emulated providers behave. What a contract documents (S) is fixed; every property here is something
/// a contract leaves open (?) or infers (I), or something a test wants to steer. In JSON the names are camelCase.
/// </summary>
public sealed record EmulatorOptions
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

    /// <summary>Dots: <c>client_id:api_key</c> pairs let in; empty lets in every well-formed pair.</summary>
    public IReadOnlyList<string> DotsAcceptedCredentials { get; init; } = [];

    /// <summary>Dots: status of a successful create, 200, 201 or 202 (contract: a sibling was corrected from 200 to 201).</summary>
    public int DotsCreateStatus { get; init; } = 200;

    /// <summary>Dots: status for a customer that is not there, 404 or 403 ("not found or unauthorized").</summary>
    public int DotsMissingStatus { get; init; } = 404;

    /// <summary>Dots: body of every error (contract, "Errors": no schema, four forms seen).</summary>
    public DotsErrorForm DotsErrorForm { get; init; }

    /// <summary>Dots: customers per page when no <c>limit</c> is sent, 1 to 100.</summary>
    public int DotsDefaultPageSize { get; init; } = 10;

    /// <summary>Dots: order of the list.</summary>
    public ListOrder DotsListOrder { get; init; }

    /// <summary>Dots: how fields that were not given are answered (contract: any response field may be missing or null).</summary>
    public AbsentFields DotsAbsentFields { get; init; }

    /// <summary>OnePay: secret keys let in; empty lets in every well-formed <c>sk_test_</c> or <c>sk_live_</c> key.</summary>
    public IReadOnlyList<string> OnePayAcceptedKeys { get; init; } = [];

    /// <summary>OnePay: status of a successful create, 200, 201 or 202.</summary>
    public int OnePayCreateStatus { get; init; } = 201;

    /// <summary>OnePay: status of a successful delete, 204, or 200 with a message.</summary>
    public int OnePayDeleteStatus { get; init; } = 204;

    /// <summary>OnePay: how the list of field errors is spelled.</summary>
    public OnePayErrorList OnePayErrorList { get; init; }

    /// <summary>OnePay: whether <c>code</c> is a quoted number or a number.</summary>
    public OnePayErrorCode OnePayErrorCode { get; init; }

    /// <summary>OnePay: the answer to a known <c>x-idempotency</c> with another body.</summary>
    public OnePayKeyReuse OnePayKeyReuse { get; init; }

    /// <summary>OnePay: the answer to a document that another key created already.</summary>
    public OnePayDuplicateDocument OnePayDuplicateDocument { get; init; }

    /// <summary>OnePay: which of the three page shapes the list has.</summary>
    public OnePayPageShape OnePayPageShape { get; init; }

    /// <summary>OnePay: customers per page when no <c>per_page</c> is sent, 1 to 100.</summary>
    public int OnePayDefaultPageSize { get; init; } = 15;

    /// <summary>OnePay: order of the list.</summary>
    public ListOrder OnePayListOrder { get; init; }

    /// <summary>OnePay: whether the list honours <c>document_number</c>.</summary>
    public OnePayDocumentFilter OnePayDocumentFilter { get; init; }

    /// <summary>OnePay: form of <c>created_at</c>.</summary>
    public OnePayTimestamps OnePayTimestamps { get; init; }

    /// <summary>OnePay: how <c>nationality</c> and <c>birthdate</c> are answered when they were not given.</summary>
    public AbsentFields OnePayAbsentFields { get; init; } = AbsentFields.Nulls;

    /// <summary>OnePay: answer an <c>is_test</c> field too (contract: it may appear).</summary>
    public bool OnePayIncludeIsTest { get; init; }

    /// <summary>These options with some changed by a camelCase JSON object; port, clock and faults cannot be changed so.</summary>
    /// <param name="json">Any subset of the options, enums as camelCase strings.</param>
    /// <exception cref="ArgumentException">Not a JSON object, an unknown name, or a value out of range: the message names it.</exception>
    public EmulatorOptions Patch(string json) => OptionsJson.Patch(this, json);
}
