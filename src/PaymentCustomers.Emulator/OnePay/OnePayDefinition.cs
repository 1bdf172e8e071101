using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>The provider OnePay (contracts/onepay.md).</summary>
internal sealed class OnePayDefinition : IProviderDefinition
{
    public EmulatedProvider Provider => EmulatedProvider.OnePay;

    public string BasePath => "/v1";

    public bool AnswersWithoutName => true;

    public IReadOnlyList<AnswerChange> Changes => OnePayChanges.All;

    public IReadOnlyList<EmulatorFault> Faults => OnePayFaults.All;

    public string? Problem(EmulatorOptions options) => options switch
    {
        { OnePayCreateStatus: not (>= 200 and <= 202) } => "onePayCreateStatus must be 200, 201 or 202.",
        { OnePayDeleteStatus: not (204 or 200) } => "onePayDeleteStatus must be 204 or 200.",
        { OnePayDefaultPageSize: not (>= 1 and <= 100) } => "onePayDefaultPageSize must be 1 to 100.",
        _ => null,
    };

    public IProviderApi Start(LiveOptions options, Func<Uri> address) => new OnePayApi(this, options, address);
}
