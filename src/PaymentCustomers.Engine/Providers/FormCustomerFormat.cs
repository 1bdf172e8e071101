using System.Net;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Writes customers as a form (application/x-www-form-urlencoded), after the provider's table of fields: what stands in an
/// object is written in brackets, as <c>address[city]=Cali</c>.
/// </summary>
/// <param name="fields">The provider's fields, in the order in which they are sent.</param>
internal abstract class FormCustomerFormat(IReadOnlyList<ProviderField> fields) : CustomerFormat(fields)
{
    private readonly FormField[] _fields =
    [
        .. from field in fields
           where field.WireName is not null
           group field.Field by field.WireName into fields
           select new FormField(Bracketed(fields.Key!), [.. fields]),
    ];

    /// <inheritdoc/>
    public override string MediaType => "application/x-www-form-urlencoded";

    /// <inheritdoc/>
    public override byte[] Write(string?[] values)
    {
        var form = new StringBuilder();
        foreach (var field in _fields)
        {
            if (Joined(field.Fields, values) is not { } value)
                continue;
            if (FieldCatalog.Rule(field.Fields[0]).Type == WireType.Json)
                AddMembers(form, field.Name, value);
            else
                Add(form, field.Name, value);
        }

        return Encoding.ASCII.GetBytes(form.ToString());
    }

    /// <summary>Adds a name and a value to a form.</summary>
    protected static void Add(StringBuilder form, string name, string value)
    {
        if (form.Length > 0)
            form.Append('&');
        form.Append(WebUtility.UrlEncode(name)).Append('=').Append(WebUtility.UrlEncode(value));
    }

    private static void AddMembers(StringBuilder form, string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
            Add(form, $"{name}[{member.Name}]", member.Value.ToString());
    }

    private static string Bracketed(string path) => path.Split('.') is [var parent, var name] ? $"{parent}[{name}]" : path;

    private sealed record FormField(string Name, CustomerField[] Fields);
}
