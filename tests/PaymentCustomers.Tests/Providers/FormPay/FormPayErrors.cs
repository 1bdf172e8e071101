using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>A customer that was deleted is gone (410), not missing.</summary>
internal sealed class FormPayErrors : ErrorFormat
{
    public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        operation == ProviderOperation.Retrieve && status == 410 ? PaymentErrorId.CustomerNotFound : null;
}
