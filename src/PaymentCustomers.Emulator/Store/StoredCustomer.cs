namespace PaymentCustomers.Emulator;

/// <summary>A customer of an emulated provider.</summary>
/// <param name="Id">The id, assigned by the server: a UUID; at Stripe <c>cus_</c> and 14 letters and digits.</param>
/// <param name="Account">The ordinal of its account, from 1 per provider. It identifies the account without revealing the key.</param>
/// <param name="Sequence">The position in order of creation within its provider.</param>
/// <param name="Created">When it was stored.</param>
/// <param name="Key">
/// OnePay: the <c>x-idempotency</c> of its create. Stripe: the <c>Idempotency-Key</c>; if there is none, as at Dots,
/// <c>metadata.payment_customers_key</c>. Null for a seeded customer.
/// </param>
/// <param name="Fields">The values that the client sent.</param>
/// <typeparam name="TFields">The type of the provider's fields.</typeparam>
public sealed record StoredCustomer<TFields>(
    string Id, int Account, long Sequence, DateTimeOffset Created, string? Key, TFields Fields);
