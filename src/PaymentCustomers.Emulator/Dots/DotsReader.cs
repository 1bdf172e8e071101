using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>
/// Reads the body of a create and rejects what contracts/dots.md ("The object") does not allow. Like the server, it
/// reports only the first problem.
/// </summary>
internal static partial class DotsReader
{
    private static readonly FrozenDictionary<string, (Func<string, bool> IsValid, string Rule, string Code)> Texts =
        new Dictionary<string, (Func<string, bool>, string, string)>
        {
            ["user_id"] = (text => Guid.TryParseExact(text, "D", out _), "must be a UUID", "invalid-input"),
            ["email"] = (text => EmailPattern().IsMatch(text), "must be a valid email address", "invalid-email"),
            ["country_code"] = (text => CountryCodePattern().IsMatch(text), "must be 1 to 3 digits", "invalid-phone-number"),
            ["phone_number"] = (text => PhoneNumberPattern().IsMatch(text), "must be 1 to 20 digits", "invalid-phone-number"),
            ["first_name"] = (IsName, "must be between 1 and 50 characters", "invalid-input"),
            ["middle_name"] = (IsName, "must be between 1 and 50 characters", "invalid-input"),
            ["last_name"] = (IsName, "must be between 1 and 50 characters", "invalid-input"),
            ["business_name"] = (IsName, "must be between 1 and 50 characters", "invalid-input"),
        }.ToFrozenDictionary();

    private static readonly string[] AddressRequired = ["country", "city", "state", "postcode", "line_1"];

    /// <summary>Reads the fields. Returns the first problem.</summary>
    public static DotsProblem? Read(JsonElement body, out DotsFields? fields)
    {
        fields = null;
        if (body.ValueKind != JsonValueKind.Object)
            return DotsProblem.Invalid("Request body must be a JSON object");

        var texts = new Dictionary<string, string>();
        DotsAddress? address = null;
        JsonElement? metadata = null;
        foreach (var property in body.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "address" => ReadAddress(property.Value, out address),
                "metadata" => ReadMetadata(property.Value, out metadata),
                "id" or "created" or "updated" => DotsProblem.Invalid($"{property.Name} is assigned by the server"),
                _ => ReadText(property, texts),
            };
            if (problem is not null)
                return problem;
        }

        if (CheckName(texts) is { } nameProblem)
            return nameProblem;
        fields = new DotsFields
        {
            UserId = texts.GetValueOrDefault("user_id"),
            Email = texts.GetValueOrDefault("email"),
            CountryCode = texts.GetValueOrDefault("country_code"),
            PhoneNumber = texts.GetValueOrDefault("phone_number"),
            FirstName = texts.GetValueOrDefault("first_name"),
            MiddleName = texts.GetValueOrDefault("middle_name"),
            LastName = texts.GetValueOrDefault("last_name"),
            BusinessName = texts.GetValueOrDefault("business_name"),
            Address = address,
            Metadata = metadata,
        };
        return null;
    }

    private static DotsProblem? ReadText(JsonProperty property, Dictionary<string, string> texts)
    {
        if (!Texts.TryGetValue(property.Name, out var field))
            return DotsProblem.Invalid($"Unknown field: {property.Name}");
        if (NotText(property.Name, property.Value) is { } problem)
            return problem;
        var text = property.Value.GetString()!;
        if (!field.IsValid(text))
            return DotsProblem.Invalid($"{property.Name} {field.Rule}", field.Code);
        texts.Add(property.Name, text);
        return null;
    }

    // The schema's oneOf: either a person with both names, or a business.
    private static DotsProblem? CheckName(Dictionary<string, string> texts)
    {
        var isBusiness = texts.ContainsKey("business_name");
        if (isBusiness && (texts.ContainsKey("first_name") || texts.ContainsKey("middle_name") || texts.ContainsKey("last_name")))
            return DotsProblem.Invalid("Provide either first_name and last_name, or business_name, not both");
        return isBusiness || (texts.ContainsKey("first_name") && texts.ContainsKey("last_name"))
            ? null
            : DotsProblem.Invalid("Either first_name and last_name, or business_name, is required");
    }

    private static DotsProblem? ReadAddress(JsonElement value, out DotsAddress? address)
    {
        address = null;
        if (value.ValueKind != JsonValueKind.Object)
            return DotsProblem.Invalid("address must be an object");
        var parts = new Dictionary<string, string>();
        foreach (var property in value.EnumerateObject())
        {
            if (property.Name != "line_2" && !AddressRequired.Contains(property.Name))
                return DotsProblem.Invalid($"Unknown field: address.{property.Name}");
            if (NotText($"address.{property.Name}", property.Value) is { } problem)
                return problem;
            parts.Add(property.Name, property.Value.GetString()!);
        }

        if (Array.Find(AddressRequired, name => !parts.ContainsKey(name)) is { } missing)
            return DotsProblem.Invalid($"address.{missing} is required");
        address = new DotsAddress(
            parts["country"], parts["city"], parts["state"], parts["postcode"], parts["line_1"], parts.GetValueOrDefault("line_2"));
        return null;
    }

    private static DotsProblem? ReadMetadata(JsonElement value, out JsonElement? metadata)
    {
        // Clone it, because it outlives the document of its request. Its values are free, including null and "".
        metadata = value.ValueKind == JsonValueKind.Object ? value.Clone() : null;
        return metadata is null ? DotsProblem.Invalid("metadata must be an object") : null;
    }

    private static DotsProblem? NotText(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return DotsProblem.Invalid(value.ValueKind == JsonValueKind.Null ? $"{name} must not be null" : $"{name} must be a string");
        return string.IsNullOrWhiteSpace(value.GetString()) ? DotsProblem.Invalid($"{name} must not be empty") : null;
    }

    // Counts characters (code points), not UTF-16 code units.
    private static bool IsName(string text) => text.Length <= 50 || text.EnumerateRunes().Count() <= 50;

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+\z")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^[0-9]{1,3}\z")]
    private static partial Regex CountryCodePattern();

    [GeneratedRegex(@"^[0-9]{1,20}\z")]
    private static partial Regex PhoneNumberPattern();
}
