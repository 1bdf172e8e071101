using System.Net;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>Encodes text from files and servers for an HTML page.</summary>
internal static class ReportText
{
    public static string Encode(string? text) => WebUtility.HtmlEncode(PrintableText.Line(text ?? ""));
}
