namespace PaymentCustomers.Engine.Emulation;

/// <summary>Why there is no emulator.</summary>
internal static class EmulatorErrors
{
    /// <summary>Its program is not on this machine.</summary>
    public static PaymentException Missing() => Of(EmulatorMessages.Missing, EmulatorMessages.Install);

    /// <summary>Its program ended, or said something that is not understood.</summary>
    /// <param name="said">What it said.</param>
    public static PaymentException NotStarted(string said) => Of(EmulatorMessages.NotStarted(PrintableText.Line(said.Trim())), EmulatorMessages.CheckOptions);

    private static PaymentException Of(string message, string action) =>
        new(new PaymentError(PaymentErrorId.EmulatorUnavailable, message) { RecommendedAction = action });
}
