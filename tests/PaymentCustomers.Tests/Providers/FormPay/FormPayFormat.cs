using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>Customers written as a form, with one name made of several fields; the key goes into a header.</summary>
internal sealed class FormPayFormat() : CustomerFormat(Table)
{
    private static readonly ProviderField[] Table =
    [
        new(FirstName, "name") { IsJoined = true },
        new(MiddleName, "name") { IsJoined = true },
        new(LastName, "name") { IsJoined = true },
        new(BusinessName, "name") { IsJoined = true },
        new(Email, "email", IsRequired: true),
        new(Phone, "phone"),
        new(CountryCode, null),
        new(Country, "address.country"),
        new(City, "address.city"),
        new(AddressLine1, "address.line1"),
        new(Metadata, "metadata"),
        new(IdempotencyKey, null),
    ];

    public override string MediaType => "application/x-www-form-urlencoded";

    public override void Refine(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        if (NameOf(values) is null)
            problems.Add(new FieldProblem(nameof(FirstName), PaymentErrorId.CustomerInvalid, "No name is given"));
        if (PhoneRules.Read(values, problems, check) is { } phone)
            values[(int)Phone] = phone.E164;
    }

    public override byte[] Write(string?[] values)
    {
        var pairs = new List<(string Name, string Value)>();
        if (NameOf(values) is { } name)
            pairs.Add(("name", name));
        foreach (var field in Fields.Where(field => !field.IsJoined && field.WireName is not null))
        {
            if (values[(int)field.Field] is not { } value)
                continue;
            if (field.Field == Metadata)
                pairs.AddRange(Members(value));
            else
                pairs.Add((Bracketed(field.WireName!), value));
        }

        return Encoding.ASCII.GetBytes(string.Join('&', pairs.Select(pair => $"{WebUtility.UrlEncode(pair.Name)}={WebUtility.UrlEncode(pair.Value)}")));
    }

    public override void SetKey(HttpRequestHeaders headers, string key) => headers.Add("Idempotency-Key", key);

    private static string? NameOf(string?[] values)
    {
        var parts = new[] { FirstName, MiddleName, LastName }.Select(field => values[(int)field]).OfType<string>();
        return values[(int)BusinessName] ?? (string.Join(' ', parts) is { Length: > 0 } name ? name : null);
    }

    private static IEnumerable<(string Name, string Value)> Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(member => ($"metadata[{member.Name}]", member.Value.ToString()))];
    }

    private static string Bracketed(string path) => path.Split('.') is [var parent, var name] ? $"{parent}[{name}]" : path;
}
