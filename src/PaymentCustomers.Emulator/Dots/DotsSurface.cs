using PaymentCustomers.Emulator.Dots;

namespace PaymentCustomers.Emulator;

/// <content>The provider Dots.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>Dots (contracts/dots.md).</summary>
    public static EmulatedProvider Dots { get; } = new("dots");
}

/// <content>The address of Dots.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>Dots' base address.</summary>
    public Uri DotsBaseUri => BaseUriOf(EmulatedProvider.Dots);
}

/// <content>The customers of Dots.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All Dots customers, of every account, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<DotsFields>> DotsCustomers => Of<DotsApi>().Book.Snapshot();

    /// <summary>The number of Dots customers.</summary>
    public int DotsCount => Of<DotsApi>().Count;
}

/// <content>The account of seeded Dots customers.</content>
public sealed partial record SeedRequest
{
    /// <summary>Dots: the client id they belong to.</summary>
    public string ClientId { get; init; } = "emulator";

    /// <summary>Dots: the <c>Api-App-Id</c> they belong to, if any.</summary>
    public string? AppId { get; init; }
}

/// <content>The behaviour of Dots.</content>
public sealed partial record EmulatorOptions
{
    /// <summary>Dots: accepted <c>client_id:api_key</c> pairs; if empty, every well-formed pair is accepted.</summary>
    public IReadOnlyList<string> DotsAcceptedCredentials { get; init; } = [];

    /// <summary>Dots: status of a successful create, 200, 201 or 202 (contract: a sibling was corrected from 200 to 201).</summary>
    public int DotsCreateStatus { get; init; } = 200;

    /// <summary>Dots: status for a customer that does not exist, 404 or 403 ("not found or unauthorized").</summary>
    public int DotsMissingStatus { get; init; } = 404;

    /// <summary>Dots: body of every error (contract, "Errors": no schema, four forms seen).</summary>
    public DotsErrorForm DotsErrorForm { get; init; }

    /// <summary>Dots: customers per page when no <c>limit</c> is sent, 1 to 100.</summary>
    public int DotsDefaultPageSize { get; init; } = 10;

    /// <summary>Dots: order of the list.</summary>
    public ListOrder DotsListOrder { get; init; }

    /// <summary>Dots: how the list shows metadata.</summary>
    public DotsListMetadata DotsListMetadata { get; init; }

    /// <summary>Dots: how fields without a value appear in responses (contract: any response field may be missing or null).</summary>
    public AbsentFields DotsAbsentFields { get; init; }
}
