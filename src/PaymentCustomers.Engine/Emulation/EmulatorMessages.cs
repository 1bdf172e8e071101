using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>Messages about the emulator program, in English and Spanish.</summary>
internal static class EmulatorMessages
{
    public static string Missing => Say(
        $"The emulator is a separate program, {EmulatorProgram.Name}, which is not installed on this computer.",
        $"El emulador es un programa aparte, {EmulatorProgram.Name}, que no está instalado en este equipo.");

    public static string CheckOptions => Say(
        "Check the port, the options and the faults that you specified. docs/emulator.md lists them.",
        "Revise el puerto, las opciones y los fallos que indicó. docs/emulator.md los enumera.");

    public static string Install => Say(
        $"Install it with: dotnet tool install --global {EmulatorProgram.Name}",
        $"Instálelo con: dotnet tool install --global {EmulatorProgram.Name}");

    public static string NotStarted(string said) => Say(
        $"The emulator did not start: {said}",
        $"El emulador no se inició: {said}");
}
