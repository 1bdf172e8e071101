using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Fields;

/// <summary>The checks that the field catalog refers to. They do not depend on the culture of the process.</summary>
internal static partial class FieldChecks
{
    // JSON readers stop at 64 levels, and in a response metadata is nested in other objects. Deeper metadata could make the list unreadable.
    private static readonly JsonDocumentOptions MetadataOptions = new() { MaxDepth = 32 };

    private static readonly string[] TrueWords = ["true", "t", "1", "1.0", "1,0", "-1", "yes", "y", "on", "sí", "si", "s", "v", "verdadero", "x", "enabled", "activo"];

    private static readonly string[] FalseWords = ["false", "f", "0", "0.0", "0,0", "no", "n", "off", "falso", "disabled", "inactivo"];

    // What people write where a name is required and there is none. NA is not among them, because it is also a surname.
    private static readonly HashSet<string> NoNames = new(
        """
        sin nombre;sin nombres;sin apellido;sin apellidos;sin dato;sin datos;sin informacion;sin definir;sin registro
        no registra;no aplica;no tiene;no disponible;no definido;no especificado;por definir;desconocido;ninguno;ninguna
        (en blanco);(vacio);(blank);(empty);no name;unknown;not available;not applicable;n.a.;n/d;s/n;s/d
        """.Split([';', '\r', '\n'], StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> SpanishCustomerTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["persona"] = "natural",
        ["persona natural"] = "natural",
        ["empresa"] = "company",
        ["juridica"] = "company",
        ["persona juridica"] = "company",
        // The DIAN's codes.
        ["1"] = "company",
        ["2"] = "natural",
        ["n"] = "natural",
        ["j"] = "company",
        ["individual"] = "natural",
        ["business"] = "company",
        ["sociedad"] = "company",
        ["es persona"] = "natural",
        ["persona fisica"] = "natural",
        ["person"] = "natural",
        ["natural person"] = "natural",
        ["persona moral"] = "company",
        ["legal entity"] = "company",
        ["legal person"] = "company",
        ["organization"] = "company",
        ["corporate"] = "company",
    };

    public static string Text(string value, out string? problem)
    {
        problem = null;
        return value;
    }

    /// <summary>Checks a part of the name of a person or of a company. <see cref="PersonNames"/> checks what only persons need.</summary>
    public static string Name(string value, out string? problem)
    {
        problem = Damage(value)
            ?? (Alphabets.AreMixed(value) ? FieldMessages.MixedAlphabets : null)
            ?? (NoNames.Contains(Accents.Remove(value)) ? FieldMessages.NoName : null);
        return value;
    }

    /// <summary>Checks the legal name of a company.</summary>
    public static string CompanyName(string value, out string? problem)
    {
        var name = PersonNames.WithoutQuotes(value);
        Name(name, out problem);
        if (problem is null && !name.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            problem = FieldMessages.NoLetters;
        return name;
    }

    /// <summary>Checks a city or a state.</summary>
    public static string Place(string value, out string? problem)
    {
        problem = Damage(value);
        return value;
    }

    /// <summary>Extracts the address from a cell that also contains its owner's name or punctuation.</summary>
    public static string Email(string value, out string? problem)
    {
        var address = EmailText.WithPlainDomain(EmailText.Address(value));
        problem = Alphabets.AreMixed(value) ? FieldMessages.MixedAlphabets
            : EmailText.IsSound(address) ? null
            : EmailText.HoldsSeveral(value) ? FieldMessages.SeveralEmails
            : EmailText.HasForeignLetters(address) ? FieldMessages.EmailLetters
            : FieldMessages.EmailForm;
        return problem is null ? address : value;
    }

    /// <summary>Checks a number that is an identifier: a spreadsheet that shows it with an exponent has lost its last digits.</summary>
    public static string Number(string value, out string? problem)
    {
        problem = CellText.IsScientific(value) ? FieldMessages.Scientific : null;
        return value;
    }

    /// <summary>Joins the lines of a cell: an address line is sent as one line.</summary>
    public static string AddressLine(string value, out string? problem)
    {
        problem = Damage(value);
        return value.AsSpan().ContainsAny('\r', '\n') ? string.Join(", ", value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimEnd(','))) : value;
    }

    /// <summary>Letters are a country, digits a calling code. Columns with this name contain either.</summary>
    public static string CountryCode(string value, out string? problem)
    {
        // "Colombia (+57)" contains both, and they agree.
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (char.IsLetter(value[0]) && (digits.Length == 0 || CountryNames.Find(value) is not null))
            return Country(value, out problem);
        if (value.Any(character => !char.IsAsciiDigit(character) && !char.IsLetter(character) && !" +-()[].".Contains(character, StringComparison.Ordinal)))
        {
            problem = FieldMessages.CallingCodeForm;
            return value;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        // North American calling codes are often written with the area code: 1-809 means 1.
        if (digits.Length == 4 && digits[0] == '1')
            digits = "1";
        problem = NumberingPlans.HasCallingCode(digits) ? null : FieldMessages.CallingCodeForm;
        return digits;
    }

    public static string Country(string value, out string? problem)
    {
        var country = CountryNames.Find(value);
        problem = country is null ? FieldMessages.CountryForm : null;
        return country?.Code ?? value;
    }

    public static string Uuid(string value, out string? problem)
    {
        problem = Guid.TryParseExact(value, "D", out var id) ? null : FieldMessages.UuidForm;
        return problem is null ? id.ToString("D") : value;
    }

    public static string CustomerType(string value, out string? problem) =>
        OneOf(value, FieldChoices.CustomerTypes, SpanishCustomerTypes, out problem);

    public static string DocumentType(string value, out string? problem)
    {
        if (DocumentKinds.Find(value) is { } kind)
        {
            problem = null;
            return kind;
        }

        problem = DocumentKinds.FindOther(value) is { } other
            ? FieldMessages.OtherDocument(other, FieldChoices.DocumentTypes)
            : FieldMessages.NotOneOf(FieldChoices.DocumentTypes);
        return value;
    }

    public static string Boolean(string value, out string? problem)
    {
        problem = null;
        if (TrueWords.Contains(value, StringComparer.OrdinalIgnoreCase))
            return "true";
        if (!FalseWords.Contains(value, StringComparer.OrdinalIgnoreCase))
            problem = FieldMessages.BooleanForm;
        return "false";
    }

    /// <summary>Checks a date in ISO 8601. <see cref="BirthDates"/> checks what a date of birth requires.</summary>
    public static string Date(string value, out string? problem) => new BirthDates(format: null, DateOnly.MaxValue.AddDays(-1)).Read(value, out problem);

    /// <summary>Sorts the members: a hashtable has no order, and the same metadata must always give the same idempotency key.</summary>
    public static string Metadata(string value, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(value, MetadataOptions);
            problem = document.RootElement.ValueKind == JsonValueKind.Object ? null : FieldMessages.MetadataForm;
            return problem is null ? CanonicalJson.Write(document.RootElement) : value;
        }
        // Half a surrogate pair causes an ArgumentException; written as an escape, it is found only when the value is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = FieldMessages.MetadataForm;
            return value;
        }
    }

    // The shortest limit that the contracts leave (contracts/onepay.md, Idempotency).
    public static string Key(string value, out string? problem)
    {
        problem = value.Length <= 64 && value.All(character => character is >= '!' and <= '~') ? null : FieldMessages.KeyForm;
        return value;
    }

    /// <summary>The trace of a program that did not write the text as it is; null if there is none.</summary>
    private static string? Damage(string value) =>
        value.Contains('<', StringComparison.Ordinal) && Markup().IsMatch(value) ? FieldMessages.Markup
        : LostLetters.Find(value, isPerson: false) is { } mark ? FieldMessages.LostLetter(mark)
        : null;

    [GeneratedRegex(@"</|<(?:a|b|br|div|em|font|i|img|li|p|script|span|strong|u)\b[^<>]*>|<[^<>\s]+@[^<>\s]+>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    private static string OneOf(string value, string[] allowed, Dictionary<string, string> spanish, out string? problem)
    {
        problem = null;
        foreach (var word in allowed)
        {
            if (word.Equals(value, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        if (spanish.TryGetValue(Accents.Remove(value), out var match))
            return match;
        problem = FieldMessages.NotOneOf(allowed);
        return value;
    }
}
