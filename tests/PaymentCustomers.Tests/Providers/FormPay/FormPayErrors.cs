using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>A request for a deleted customer is answered with 410 instead of 404.</summary>
internal sealed class FormPayErrors : ErrorFormat
{
    public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        operation == ProviderOperation.Retrieve && status == 410 ? PaymentErrorId.CustomerNotFound : null;
}
