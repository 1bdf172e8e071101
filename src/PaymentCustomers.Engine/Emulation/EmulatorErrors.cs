namespace PaymentCustomers.Engine.Emulation;

/// <summary>Errors of starting the emulator.</summary>
internal static class EmulatorErrors
{
    /// <summary>The emulator program is not installed on this machine.</summary>
    public static PaymentException Missing() => Of(EmulatorMessages.Missing, EmulatorMessages.Install);

    /// <summary>The emulator program ended, or its output could not be read.</summary>
    /// <param name="said">The output of the program.</param>
    public static PaymentException NotStarted(string said) => Of(EmulatorMessages.NotStarted(PrintableText.Line(said.Trim())), EmulatorMessages.CheckOptions);

    private static PaymentException Of(string message, string action) =>
        new(new PaymentError(PaymentErrorId.EmulatorUnavailable, message) { RecommendedAction = action });
}
