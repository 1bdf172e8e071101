using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Writes JSON as the emulator does, with accents unescaped.</summary>
internal static class EmulatorTestJson
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
