namespace PaymentCustomers.Emulator;

/// <summary>A customer a provider has.</summary>
/// <param name="Id">Given by the server: a UUID, at Stripe <c>cus_</c> and 14 letters and digits.</param>
/// <param name="Account">Ordinal of the account it belongs to, from 1 per provider: says "the same" without saying the key.</param>
/// <param name="Sequence">Order of creation within its provider.</param>
/// <param name="Created">When it was stored.</param>
/// <param name="Key">
/// OnePay: the <c>x-idempotency</c> it was created with. Stripe: the <c>Idempotency-Key</c>; without one, as at Dots,
/// <c>metadata.payment_customers_key</c>. Null for a seeded one.
/// </param>
/// <param name="Fields">What the client gave.</param>
/// <typeparam name="TFields">The provider's fields.</typeparam>
public sealed record StoredCustomer<TFields>(
    string Id, int Account, long Sequence, DateTimeOffset Created, string? Key, TFields Fields);
