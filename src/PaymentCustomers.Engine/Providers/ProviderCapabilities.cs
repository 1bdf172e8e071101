namespace PaymentCustomers.Engine.Providers;

/// <summary>What a provider can do.</summary>
/// <param name="CanRemove">Whether customers can be deleted.</param>
/// <param name="HonoursKey">Whether the provider itself makes a repeated create with the same key harmless.</param>
/// <param name="ServerFilters">The fields that the list can be filtered by on the server.</param>
public sealed record ProviderCapabilities(bool CanRemove, bool HonoursKey, IReadOnlyList<CustomerField> ServerFilters);
