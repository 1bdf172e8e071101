using PaymentCustomers.Emulator.Dots;

namespace PaymentCustomers.Emulator;

/// <content>Dots among the providers.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>contracts/dots.md.</summary>
    public static EmulatedProvider Dots { get; } = new("dots");
}

/// <content>Where Dots is.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>Dots' base address.</summary>
    public Uri DotsBaseUri => BaseUriOf(EmulatedProvider.Dots);
}

/// <content>What Dots has.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All Dots customers, of every account, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<DotsFields>> DotsCustomers => Of<DotsApi>().Book.Snapshot();

    /// <summary>The number of Dots customers.</summary>
    public int DotsCount => Of<DotsApi>().Count;
}

/// <content>Whose Dots customers are seeded.</content>
public sealed partial record SeedRequest
{
    /// <summary>Dots: the client id they belong to.</summary>
    public string ClientId { get; init; } = "emulator";

    /// <summary>Dots: the <c>Api-App-Id</c> they belong to, if any.</summary>
    public string? AppId { get; init; }
}

/// <content>How Dots behaves.</content>
public sealed partial record EmulatorOptions
{
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

    /// <summary>Dots: how the list shows metadata.</summary>
    public DotsListMetadata DotsListMetadata { get; init; }

    /// <summary>Dots: how fields that were not given are answered (contract: any response field may be missing or null).</summary>
    public AbsentFields DotsAbsentFields { get; init; }
}
