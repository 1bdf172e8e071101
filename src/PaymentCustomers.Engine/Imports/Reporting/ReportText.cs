using System.Net;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>Text from files and servers, made safe for a page.</summary>
internal static class ReportText
{
    public static string Encode(string? text) => WebUtility.HtmlEncode(PrintableText.Line(text ?? ""));
}
