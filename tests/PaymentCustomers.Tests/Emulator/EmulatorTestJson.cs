using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>JSON as the emulator writes it: accents as they are.</summary>
internal static class EmulatorTestJson
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
