using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Errors of reading and deleting customers.</summary>
internal static class CustomerErrors
{
    /// <summary>The list became shorter while it was read.</summary>
    public static PaymentException ListShrank(string provider) =>
        ProviderErrors.ListBroken(provider, CustomerMessages.ListShrank, CustomerMessages.ListShrankAction);

    /// <summary>The provider returns the customer, marked as deleted.</summary>
    public static PaymentException Deleted(ProviderClient client, Attempt attempt, string id) =>
        new(new PaymentError(PaymentErrorId.CustomerNotFound, CustomerMessages.Deleted(id, client.Provider.Name))
        {
            Status = attempt.Status,
            RequestId = attempt.RequestId,
            RecommendedAction = HttpMessages.RefusedAction(PaymentErrorId.CustomerNotFound, client.Provider.Name),
        });

    /// <summary>The last attempt of a request, as an exception.</summary>
    public static PaymentException Of(ProviderClient client, Attempt attempt, string subject) =>
        new(AttemptErrors.Describe(client, attempt, subject), attempt.Cause);
}
