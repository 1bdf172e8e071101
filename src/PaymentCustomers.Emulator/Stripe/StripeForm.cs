using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>A parameter as it was sent.</summary>
/// <param name="Name">The full name, such as <c>address[line1]</c>.</param>
/// <param name="Path">The parts of the name: address, line1. An empty part stands for the next element of an array.</param>
/// <param name="Text">The value.</param>
internal sealed record FormValue(string Name, string[] Path, string Text);

/// <summary>
/// Reads form-encoded parameters with brackets, in a body or a query. Stricter than forms usually are: invalid escapes, and
/// parameters that are sent twice, are rejected, because it is not defined which value would count.
/// </summary>
internal static partial class StripeForm
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parameters of a POST.</summary>
    public static StripeProblem? ReadBody(ProviderRequest request, out List<FormValue> values)
    {
        values = [];
        if (ReadQuery(request, out var query) is { } wrong)
            return wrong;
        if (query.Count > 0)
            return StripeProblem.Unknown(query[0].Name);
        if (request.Body.Length == 0)
            return null;
        return IsForm(request) ? Read(request.Body, values) : StripeProblem.NotForm;
    }

    /// <summary>The parameters in the query of a GET or DELETE.</summary>
    public static StripeProblem? ReadQuery(ProviderRequest request, out List<FormValue> values) =>
        Read(Encoding.ASCII.GetBytes(request.QueryText), values = []);

    /// <summary>A text that is equal for the same parameters in any order.</summary>
    public static string Identity(IEnumerable<FormValue> values) => string.Join(
        '\n', values.OrderBy(value => value.Name, StringComparer.Ordinal).Select(value => $"{Uri.EscapeDataString(value.Name)}={Uri.EscapeDataString(value.Text)}"));

    private static bool IsForm(ProviderRequest request) =>
        request.ContentType.Count == 1
        && MediaTypeHeaderValue.TryParse(request.ContentType[0], out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static StripeProblem? Read(ReadOnlySpan<byte> encoded, List<FormValue> values)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in encoded.Split((byte)'&'))
        {
            var pair = encoded[range];
            if (pair.IsEmpty)
                continue;
            var mark = pair.IndexOf((byte)'=');
            if (!TryDecode(mark < 0 ? pair : pair[..mark], out var name) || !TryDecode(mark < 0 ? [] : pair[(mark + 1)..], out var text))
                return StripeProblem.BadEncoding;
            if (!NamePattern().IsMatch(name))
                return StripeProblem.Invalid(name, $"Invalid parameter name: {name}");
            if (!names.Add(name) && !name.EndsWith("[]", StringComparison.Ordinal))
                return StripeProblem.Invalid(name, $"Received parameter {name} more than once");
            values.Add(new FormValue(name, [.. name.Split('[').Select(part => part.TrimEnd(']'))], text));
        }

        return null;
    }

    private static bool TryDecode(ReadOnlySpan<byte> encoded, out string text)
    {
        text = "";
        var bytes = new ArrayBufferWriter<byte>(encoded.Length + 1);
        for (var i = 0; i < encoded.Length; i++)
        {
            var value = encoded[i] == '+' ? (byte)' ' : encoded[i];
            if (value == '%')
            {
                if (i + 2 >= encoded.Length || Convert.FromHexString(encoded.Slice(i + 1, 2), bytes.GetSpan(1), out _, out _) != OperationStatus.Done)
                    return false;
                i += 2;
            }
            else
            {
                bytes.GetSpan(1)[0] = value;
            }

            bytes.Advance(1);
        }

        try
        {
            text = Utf8.GetString(bytes.WrittenSpan);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Brackets must be closed and not nested.
    [GeneratedRegex(@"^[^\[\]]+(\[[^\[\]]*\])*\z")]
    private static partial Regex NamePattern();
}
