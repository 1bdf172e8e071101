namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>"Not found or unauthorized" may be a 403 (contracts/dots.md, Errors).</summary>
internal sealed class DotsErrors : ErrorFormat
{
    public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        operation == ProviderOperation.Retrieve && status == 403 ? PaymentErrorId.CustomerNotFound : null;
}
