namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>The errors of OnePay. A 401 can mean missing funds instead of a wrong key; its code name tells (contracts/onepay.md, Errors).</summary>
internal sealed class OnePayErrors : ErrorFormat
{
    private static readonly string[] BusinessCodeNames = ["balance_is_empty", "insufficient_funds"];
    private static readonly string[] BusinessCodes = ["10500", "10501"];

    public override PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body) =>
        status == 401 && (BusinessCodeNames.Contains(body.CodeName) || BusinessCodes.Contains(body.Code))
            ? PaymentErrorId.ProviderRejected
            : null;
}
