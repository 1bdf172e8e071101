using PaymentCustomers.Emulator.OnePay;

namespace PaymentCustomers.Emulator;

/// <content>The provider OnePay.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>OnePay (contracts/onepay.md).</summary>
    public static EmulatedProvider OnePay { get; } = new("onepay");
}

/// <content>The address of OnePay.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>OnePay's base address.</summary>
    public Uri OnePayBaseUri => BaseUriOf(EmulatedProvider.OnePay);
}

/// <content>The customers of OnePay.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All OnePay customers, of every key, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<OnePayFields>> OnePayCustomers => Of<OnePayApi>().Book.Snapshot();

    /// <summary>The number of OnePay customers.</summary>
    public int OnePayCount => Of<OnePayApi>().Count;
}

/// <content>The account of seeded customers, for providers whose accounts are secret keys.</content>
public sealed partial record SeedRequest
{
    /// <summary>OnePay and Stripe: the secret key they belong to.</summary>
    public string Key { get; init; } = "sk_test_emulator";

    /// <summary>
    /// OnePay: whether every tenth customer looks like the old customers described in the contract: an empty e-mail address, no
    /// document, or the document type RUT.
    /// </summary>
    public bool Legacy { get; init; }
}

/// <content>The behaviour of OnePay.</content>
public sealed partial record EmulatorOptions
{
    /// <summary>OnePay: accepted secret keys; if empty, every well-formed <c>sk_test_</c> or <c>sk_live_</c> key is accepted.</summary>
    public IReadOnlyList<string> OnePayAcceptedKeys { get; init; } = [];

    /// <summary>OnePay: status of a successful create, 200, 201 or 202.</summary>
    public int OnePayCreateStatus { get; init; } = 201;

    /// <summary>OnePay: status of a successful delete, 204, or 200 with a message.</summary>
    public int OnePayDeleteStatus { get; init; } = 204;

    /// <summary>OnePay: the form of the list of field errors.</summary>
    public OnePayErrorList OnePayErrorList { get; init; }

    /// <summary>OnePay: whether <c>code</c> is a quoted number or a number.</summary>
    public OnePayErrorCode OnePayErrorCode { get; init; }

    /// <summary>OnePay: the response to a known <c>x-idempotency</c> key with another body.</summary>
    public OnePayKeyReuse OnePayKeyReuse { get; init; }

    /// <summary>OnePay: the response to a document that another key created already.</summary>
    public OnePayDuplicateDocument OnePayDuplicateDocument { get; init; }

    /// <summary>OnePay: which of the three forms pages have.</summary>
    public OnePayPageShape OnePayPageShape { get; init; }

    /// <summary>OnePay: customers per page when no <c>per_page</c> is sent, 1 to 100.</summary>
    public int OnePayDefaultPageSize { get; init; } = 15;

    /// <summary>OnePay: order of the list.</summary>
    public ListOrder OnePayListOrder { get; init; }

    /// <summary>OnePay: whether the list honours <c>document_number</c>.</summary>
    public OnePayDocumentFilter OnePayDocumentFilter { get; init; }

    /// <summary>OnePay: whether the page numbers are correct.</summary>
    public OnePayPageNumbers OnePayPageNumbers { get; init; }

    /// <summary>OnePay: form of <c>created_at</c>.</summary>
    public OnePayTimestamps OnePayTimestamps { get; init; }

    /// <summary>OnePay: how <c>nationality</c> and <c>birthdate</c> without a value appear in responses.</summary>
    public AbsentFields OnePayAbsentFields { get; init; } = AbsentFields.Nulls;

    /// <summary>OnePay: whether responses include the field <c>is_test</c> (contract: it may appear).</summary>
    public bool OnePayIncludeIsTest { get; init; }
}
