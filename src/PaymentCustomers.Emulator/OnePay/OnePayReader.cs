using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Reads the body of a create and reports everything that contracts/onepay.md ("Create") does not allow.</summary>
internal static partial class OnePayReader
{
    private const string Notifications = "enable_notifications";

    private static readonly string[] NaturalDocuments = ["CC", "CE", "PASSPORT"];

    private static readonly FrozenDictionary<string, (Func<string, bool> IsValid, string Rule)> Texts =
        new Dictionary<string, (Func<string, bool>, string)>
        {
            ["user_type"] = (text => text is "natural" or "company", "debe ser natural o company"),
            ["first_name"] = (_ => true, ""),
            ["last_name"] = (_ => true, ""),
            ["email"] = (_ => true, ""),
            ["phone"] = (text => PhonePattern().IsMatch(text), "debe incluir el prefijo de la región, como +573001234567"),
            ["document_type"] = (text => text == "NIT" || NaturalDocuments.Contains(text), "debe ser CC, CE, NIT o PASSPORT"),
            ["document_number"] = (_ => true, ""),
            ["nationality"] = (text => NationalityPattern().IsMatch(text), "debe ser un código de país ISO 3166-1 de dos letras"),
            ["birthdate"] = (IsDate, "debe ser una fecha con el formato AAAA-MM-DD"),
            ["related_to"] = (_ => true, ""),
        }.ToFrozenDictionary();

    private static readonly string[] Required =
        ["user_type", "first_name", "last_name", "email", "phone", "document_type", "document_number", Notifications];

    /// <summary>Reads the fields; null if there are problems.</summary>
    public static OnePayFields? Read(JsonElement body, out List<FieldProblem> problems)
    {
        problems = [];
        if (body.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new FieldProblem("body", "El cuerpo de la solicitud, debe ser un objeto"));
            return null;
        }

        var texts = new Dictionary<string, string>();
        var notify = false;
        var seen = new HashSet<string>();
        foreach (var property in body.EnumerateObject())
        {
            seen.Add(property.Name);
            if (property.Name == Notifications)
                notify = ReadBoolean(property, problems);
            else
                ReadText(property, texts, problems);
        }

        foreach (var name in Required)
        {
            if (!seen.Contains(name))
                problems.Add(new FieldProblem(name, $"El campo {name}, es un campo requerido"));
        }

        CheckPair(texts, problems);
        return problems.Count > 0 ? null : Fields(texts, notify);
    }

    private static OnePayFields Fields(Dictionary<string, string> texts, bool notify) => new()
    {
        UserType = texts["user_type"],
        FirstName = texts["first_name"],
        LastName = texts["last_name"],
        Email = texts["email"],
        Phone = texts["phone"],
        DocumentType = texts["document_type"],
        DocumentNumber = texts["document_number"],
        EnableNotifications = notify,
        Nationality = texts.GetValueOrDefault("nationality"),
        BirthDate = texts.GetValueOrDefault("birthdate"),
        RelatedTo = texts.GetValueOrDefault("related_to"),
    };

    private static bool ReadBoolean(JsonProperty property, List<FieldProblem> problems)
    {
        if (property.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            problems.Add(new FieldProblem(property.Name, $"El campo {property.Name}, debe ser verdadero o falso"));
        return property.Value.ValueKind == JsonValueKind.True;
    }

    private static void ReadText(JsonProperty property, Dictionary<string, string> texts, List<FieldProblem> problems)
    {
        var name = property.Name;
        if (!Texts.TryGetValue(name, out var field))
        {
            problems.Add(new FieldProblem(name, $"El campo {name}, no está permitido"));
            return;
        }

        var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        if (property.Value.ValueKind == JsonValueKind.Null || (text is not null && string.IsNullOrWhiteSpace(text)))
            problems.Add(new FieldProblem(name, $"El campo {name}, no puede estar vacío"));
        else if (text is null)
            problems.Add(new FieldProblem(name, $"El campo {name}, debe ser una cadena de texto"));
        else if (!field.IsValid(text))
            problems.Add(new FieldProblem(name, $"El campo {name}, {field.Rule}"));
        else
            texts.Add(name, text);
    }

    // natural requires CC, CE or PASSPORT; company requires NIT.
    private static void CheckPair(Dictionary<string, string> texts, List<FieldProblem> problems)
    {
        if (!texts.TryGetValue("user_type", out var user) || !texts.TryGetValue("document_type", out var document))
            return;
        if (user == "company" != (document == "NIT"))
            problems.Add(new FieldProblem("document_type", $"El campo document_type, no corresponde a un cliente de tipo {user}"));
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex NationalityPattern();
}
