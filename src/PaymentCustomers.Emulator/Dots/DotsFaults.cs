using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>The faults that only Dots can have.</summary>
internal static class DotsFaults
{
    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        Option("listNoMetadata", "The list leaves metadata out.", """{"dotsListMetadata":"omitted"}"""),
        Option("listNullMetadata", "The list shows metadata as null.", """{"dotsListMetadata":"null"}"""),
        Option("listEmptyMetadata", "The list shows metadata as {}.", """{"dotsListMetadata":"empty"}"""),
        Option("listTextMetadata", "The list shows metadata as a string.", """{"dotsListMetadata":"text"}"""),
    ];
}
