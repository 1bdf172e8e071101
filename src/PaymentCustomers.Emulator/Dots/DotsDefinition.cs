using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>The provider Dots (contracts/dots.md).</summary>
internal sealed class DotsDefinition : IProviderDefinition
{
    public EmulatedProvider Provider => EmulatedProvider.Dots;

    public string BasePath => "/api";

    public bool AnswersWithoutName => true;

    public IReadOnlyList<AnswerChange> Changes => DotsChanges.All;

    public IReadOnlyList<EmulatorFault> Faults => DotsFaults.All;

    public string? Problem(EmulatorOptions options) => options switch
    {
        { DotsCreateStatus: not (>= 200 and <= 202) } => "dotsCreateStatus must be 200, 201 or 202.",
        { DotsMissingStatus: not (404 or 403) } => "dotsMissingStatus must be 404 or 403.",
        { DotsDefaultPageSize: not (>= 1 and <= 100) } => "dotsDefaultPageSize must be 1 to 100.",
        _ => null,
    };

    public IProviderApi Start(LiveOptions options, Func<Uri> address) => new DotsApi(this, options);
}
