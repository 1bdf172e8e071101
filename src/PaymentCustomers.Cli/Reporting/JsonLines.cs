using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The JSON settings of the output: one object per line.</summary>
internal static class JsonLines
{
    /// <summary>Accents are not escaped: the line goes to logs and pipes, and not into HTML.</summary>
    public static CliJson Json { get; } = new(new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
