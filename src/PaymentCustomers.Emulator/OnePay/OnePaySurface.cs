using PaymentCustomers.Emulator.OnePay;

namespace PaymentCustomers.Emulator;

/// <content>OnePay among the providers.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>contracts/onepay.md.</summary>
    public static EmulatedProvider OnePay { get; } = new("onepay");
}

/// <content>Where OnePay is.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>OnePay's base address.</summary>
    public Uri OnePayBaseUri => BaseUriOf(EmulatedProvider.OnePay);
}

/// <content>What OnePay has.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All OnePay customers, of every key, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<OnePayFields>> OnePayCustomers => Of<OnePayApi>().Book.Snapshot();

    /// <summary>The number of OnePay customers.</summary>
    public int OnePayCount => Of<OnePayApi>().Count;
}

/// <content>Whose customers are seeded where an account is a secret key.</content>
public sealed partial record SeedRequest
{
    /// <summary>OnePay and Stripe: the secret key they belong to.</summary>
    public string Key { get; init; } = "sk_test_emulator";

    /// <summary>
    /// OnePay: every tenth customer looks like the old ones the contract warns of: empty e-mail, no document, or the
    /// document type RUT.
    /// </summary>
    public bool Legacy { get; init; }
}

/// <content>How OnePay behaves.</content>
public sealed partial record EmulatorOptions
{
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

    /// <summary>OnePay: whether the numbers of a page are right.</summary>
    public OnePayPageNumbers OnePayPageNumbers { get; init; }

    /// <summary>OnePay: form of <c>created_at</c>.</summary>
    public OnePayTimestamps OnePayTimestamps { get; init; }

    /// <summary>OnePay: how <c>nationality</c> and <c>birthdate</c> are answered when they were not given.</summary>
    public AbsentFields OnePayAbsentFields { get; init; } = AbsentFields.Nulls;

    /// <summary>OnePay: answer an <c>is_test</c> field too (contract: it may appear).</summary>
    public bool OnePayIncludeIsTest { get; init; }
}
