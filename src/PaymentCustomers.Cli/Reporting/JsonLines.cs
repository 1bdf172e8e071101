using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>How JSON is written for programs: on one line.</summary>
internal static class JsonLines
{
    /// <summary>Accents as they are; the line goes into logs and pipes, not into a page.</summary>
    public static CliJson Json { get; } = new(new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
