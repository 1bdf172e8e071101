using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>The faults that only Stripe can have.</summary>
internal static class StripeFaults
{
    private const string InUse =
        """{\"error\":{\"code\":\"idempotency_key_in_use\",\"message\":\"There is currently another in-progress request using this Idempotency-Key.\",\"type\":\"idempotency_error\"}}""";

    private const string Locked =
        """{\"error\":{\"code\":\"lock_timeout\",\"message\":\"This object cannot be accessed right now because another API request is accessing it.\",\"type\":\"invalid_request_error\"}}""";

    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        Rule("keyInUse", "The first attempt is stored and its answer lost; the next two are answered 409, key in use; then the customer is answered.", KeyInUse("")),
        Rule("keyInUseWait", "As keyInUse, with Retry-After: 1.", KeyInUse(",\"retryAfter\":\"1\"")),
        Rule("keyUnderWay", "The connection of the first attempt is closed and its customer stored two seconds later; until then the same key is in use.", """{"operation":"create","kind":"delayedStore","delayMs":2000,"holdMs":0,"repeat":1}"""),
        Rule("errorKept", "The customer is stored and 500 is answered, once; to the same key Stripe answers that 500 again, as a replay.", """{"operation":"create","kind":"status","moment":"after","code":500,"repeat":1}"""),
        Rule("shouldRetryFalse", "The customer is stored and 503 is answered, with Stripe-Should-Retry: false.", """{"operation":"create","kind":"status","moment":"after","code":503,"headers":{"Stripe-Should-Retry":"false"}}"""),
        Rule("shouldRetryFalseUnstored", "429 with Stripe-Should-Retry: false; nothing is stored.", """{"operation":"create","kind":"status","code":429,"headers":{"Stripe-Should-Retry":"false"}}"""),
        Rule("shouldRetryTrue", "Each create is answered 400 with Stripe-Should-Retry: true, twice.", """{"operation":"create","kind":"status","code":400,"repeat":2,"headers":{"Stripe-Should-Retry":"true"}}"""),
        Rule("lockTimeout", "Each create is answered 429, lock_timeout, twice.", $$"""{"operation":"create","kind":"status","code":429,"repeat":2,"body":"{{Locked}}"}"""),
        Rule("replayDeleted", "A replay of a customer that was deleted since: an old created, Idempotent-Replayed: true, and nothing is stored.", """{"operation":"create","kind":"altered","change":"oldCreated","headers":{"Idempotent-Replayed":"true"}}"""),
        Option("addressMerged", "The parts of an address that an update does not name stay.", """{"stripeAddressUpdate":"merged"}"""),
    ];

    private static string KeyInUse(string wait) =>
        $$"""{"operation":"create","kind":"reset","moment":"after","then":[{"kind":"status","code":409,"repeat":2{{wait}},"body":"{{InUse}}"}]}""";
}
