namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>The errors of Dots. A missing customer may be reported with status 403 (contracts/dots.md, Errors).</summary>
internal sealed class DotsErrors : ErrorFormat
{
    public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        operation == ProviderOperation.Retrieve && status == 403 ? PaymentErrorId.CustomerNotFound : null;
}
