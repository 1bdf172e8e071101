using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>What is said of the emulator's program, in English and in Spanish.</summary>
internal static class EmulatorMessages
{
    public static string Missing => Say(
        $"The emulator is a program of its own, {EmulatorProgram.Name}, and is not installed on this machine.",
        $"El emulador es un programa aparte, {EmulatorProgram.Name}, y no está instalado en esta máquina.");

    public static string CheckOptions => Say(
        "Check the port, options and faults that it was given: docs/emulator.md lists them.",
        "Revise el puerto, las opciones y los fallos que se le indicaron: docs/emulator.md los enumera.");

    public static string Install => Say(
        $"Install it with: dotnet tool install --global {EmulatorProgram.Name}",
        $"Instálelo con: dotnet tool install --global {EmulatorProgram.Name}");

    public static string NotStarted(string said) => Say(
        $"The emulator did not start: {said}",
        $"El emulador no se inició: {said}");
}
