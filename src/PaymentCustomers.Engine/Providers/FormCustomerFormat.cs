using System.Net;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Writes customers as a form (application/x-www-form-urlencoded) by the provider's table of fields. Members of an object are
/// written with brackets: <c>address[city]=Cali</c>.
/// </summary>
/// <param name="fields">The provider's fields, in the order in which they are sent.</param>
internal abstract class FormCustomerFormat(IReadOnlyList<ProviderField> fields) : CustomerFormat(fields)
{
    private readonly FormField[] _fields =
    [
        .. from field in fields
           where field.WireName is not null
           group field.Field by field.WireName into fields
           select FormField.Of(fields.Key!, [.. fields]),
    ];

    /// <inheritdoc/>
    public override string MediaType => "application/x-www-form-urlencoded";

    /// <inheritdoc/>
    public override byte[] Write(string?[] values) => Write(values, static _ => false);

    /// <inheritdoc/>
    public override byte[] WriteChange(string?[] values, IReadOnlyCollection<CustomerField> cleared)
    {
        // The provider replaces an object as a whole: members that are not sent are cleared.
        var changed = _fields.Where(field => field.Parent is not null && field.Fields.Any(part => values[(int)part] is not null || cleared.Contains(part)))
            .Select(field => field.Parent).ToHashSet();
        return Write(values, field => changed.Contains(field.Parent) || field.Fields.Any(cleared.Contains));
    }

    private byte[] Write(string?[] values, Func<FormField, bool> isEmptied)
    {
        var form = new StringBuilder();
        foreach (var field in _fields)
        {
            if (Joined(field.Fields, values) is not { } value)
            {
                if (isEmptied(field))
                    Add(form, field.Name, "");
            }
            else if (FieldCatalog.Rule(field.Fields[0]).Type == WireType.Json)
            {
                AddMembers(form, field.Name, value);
            }
            else
            {
                Add(form, field.Name, value);
            }
        }

        return Encoding.ASCII.GetBytes(form.ToString());
    }

    private static void Add(StringBuilder form, string name, string value)
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

    /// <summary>A field of the form.</summary>
    /// <param name="Name">The name in the form.</param>
    /// <param name="Parent">The object that contains it; null if there is none.</param>
    /// <param name="Fields">The customer fields that are joined in it.</param>
    private sealed record FormField(string Name, string? Parent, CustomerField[] Fields)
    {
        public static FormField Of(string path, CustomerField[] fields) =>
            path.Split('.') is [var parent, var name] ? new FormField($"{parent}[{name}]", parent, fields) : new FormField(path, null, fields);
    }
}
