using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Fields;

/// <summary>
/// Determines what a column contains from its name. Case, accents, spaces, hyphens, underscores and marks are ignored, so that
/// <c>First Name*</c>, <c>first_name</c> and <c>FirstName</c> are the same name, and <c>telefono</c> equals <c>Teléfono</c>.
/// A note in brackets or after a colon (<c>Email (required)</c>) is ignored too.
/// </summary>
internal static class ColumnNames
{
    private const string MetadataPrefix = "metadata.";
    private const string Metadata = "metadata";

    // If the file's byte order mark was read as text, it is part of the first column's name.
    private const string Ignored = "-_*#°º?!¿¡'\"`’“”\uFEFF\u200B\u200E\u200F\u00AD\u2060";

    private static readonly string[] CustomerPrefixes = ["cliente", "customer", "client", "payer"];

    // A "customer state" is usually "active", and the customer's id is the id in another program.
    private static readonly CustomerField[] NotOfCustomers =
        [CustomerField.State, CustomerField.UserId, CustomerField.RelatedTo, CustomerField.Metadata, CustomerField.IdempotencyKey, CustomerField.EnableNotifications];

    // Words in a note after which the column is not the customer's: another person, a former value, a fax, a place of birth or issue.
    private static readonly HashSet<string> OtherThings = new(
        """
        acudiente acudientes asesor agente agent anterior antiguo antigua beneficiario beneficiaria beneficiary birth birthplace codeudor contador accountant conyuge
        emergencia emergencias emergency esposa esposo spouse expedicion fax father fiador former gerente guardian hijo hija issue issued issuing jefe madre manager
        mother nacimiento old owner padre padres parent parents previous referencia referencias reference referred referido representante representative salesperson
        seller supervisor tutor vendedor
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly Dictionary<string, ColumnMeaning> Meanings = Read();

    /// <summary>All names, folded, with their meanings.</summary>
    public static IEnumerable<KeyValuePair<string, ColumnMeaning>> All => Meanings;

    /// <summary>What a column contains; null if the name is unknown.</summary>
    public static ColumnMeaning? Meaning(string column)
    {
        var folded = Fold(column);
        if (Meanings.TryGetValue(folded, out var meaning))
            return meaning;
        if (OfCustomer(folded) is { } own)
            return own;
        return SplitNote(column) is ({ } bare, var note) && Meanings.TryGetValue(Fold(bare), out var noted) && !Changes(note, noted) ? noted : null;
    }

    /// <summary>What a column contains whose name starts with "customer", as in tables that join customers with other data.</summary>
    private static ColumnMeaning? OfCustomer(string folded)
    {
        foreach (var prefix in CustomerPrefixes)
        {
            if (folded.StartsWith(prefix, StringComparison.Ordinal) && Meanings.TryGetValue(folded[prefix.Length..].Trim('.', ':', '/', '>', '|', '[', ']'), out var meaning)
                && meaning.Role != ColumnRole.FullName && !NotOfCustomers.Contains(meaning.Field))
                return meaning;
        }

        return null;
    }

    /// <summary>Whether a note says that the column contains something else: data of another person, or another kind of data.</summary>
    private static bool Changes(string note, ColumnMeaning meaning)
    {
        var words = Accents.Remove(note).ToLowerInvariant().Split([.. Ignored, ' ', '.', ',', ';', ':', '/', '(', ')', '[', ']', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        return meaning.Field != CustomerField.BirthDate && Array.Exists(words, OtherThings.Contains)
            // "Contact: Phone" and "Contact (phone)" are telephone numbers and not contacts.
            || (Meanings.TryGetValue(Fold(note[1..]), out var other) && other.Field != meaning.Field
                && (note[0] == ':' || (IsName(meaning) && !IsName(other))));
    }

    private static bool IsName(ColumnMeaning meaning) => meaning.Role == ColumnRole.FullName || FieldCatalog.IsName(meaning.Field);

    /// <summary>The field that a column contains; null if it contains none.</summary>
    public static CustomerField? Field(string column) =>
        Meaning(column) is { Role: ColumnRole.Field or ColumnRole.Employer } meaning ? meaning.Field : null;

    /// <summary>The name of the metadata member that a column contains (<c>metadata.x</c>, <c>metadata[x]</c>, <c>x (metadata)</c>); null if it contains none.</summary>
    public static string? MetadataMember(string column)
    {
        var name = column.Trim().Trim('\uFEFF');
        string? member = null;
        if (name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            member = name[MetadataPrefix.Length..].Trim();
        else if (name.StartsWith(Metadata + "[", StringComparison.OrdinalIgnoreCase) && name[^1] == ']')
            member = name[(Metadata.Length + 1)..^1].Trim(' ', '\'', '"');
        else if (name.EndsWith($"({Metadata})", StringComparison.OrdinalIgnoreCase))
            member = name[..^(Metadata.Length + 2)].Trim();
        return string.IsNullOrEmpty(member) ? null : member;
    }

    /// <summary>Whether a column contains the provider's name, as in customers that were exported before.</summary>
    public static bool IsProvider(string column) => Fold(column) == "provider";

    /// <summary>The name without the characters and accents that are ignored.</summary>
    public static string Fold(string name)
    {
        var plain = Accents.Remove(name);
        var folded = plain.Length <= 256 ? stackalloc char[256] : new char[plain.Length];
        var length = 0;
        foreach (var character in plain)
        {
            if (!char.IsWhiteSpace(character) && !Ignored.Contains(character, StringComparison.Ordinal))
                folded[length++] = char.ToLowerInvariant(character);
        }

        return new string(folded[..length]);
    }

    // Without queries, because a new process would compile each of them for these types before the first row.
    private static Dictionary<string, ColumnMeaning> Read()
    {
        var meanings = new Dictionary<string, ColumnMeaning>(StringComparer.Ordinal);
        var others = ColumnCatalog.Names();
        // The product's own names win, except for a company's name: a row may have a person and a company.
        foreach (var (name, meaning) in others)
        {
            if (meaning.Role == ColumnRole.Employer)
                meanings.TryAdd(Fold(name), meaning);
        }

        foreach (var rule in FieldCatalog.All)
        {
            var meaning = new ColumnMeaning(ColumnRole.Field, rule.Field);
            meanings.TryAdd(Fold(rule.Name), meaning);
            meanings.TryAdd(Fold(rule.Path ?? rule.Name), meaning);
            foreach (var name in rule.Aliases)
                meanings.TryAdd(Fold(name), meaning);
            foreach (var name in rule.Columns)
                meanings.TryAdd(Fold(name), meaning);
        }

        foreach (var (name, meaning) in others)
            meanings.TryAdd(Fold(name), meaning);
        return meanings;
    }

    /// <summary>The name without the note in brackets or after a colon, and the note; null if there is no note.</summary>
    private static (string Bare, string Note)? SplitNote(string column)
    {
        var bracket = column.IndexOfAny(['(', '[', '{']);
        // A bracket at the start does not begin a note.
        if (bracket > 0)
        {
            var close = column.IndexOfAny([')', ']', '}'], bracket);
            return close < 0 ? (column[..bracket], column[bracket..]) : (column[..bracket] + column[(close + 1)..], column[bracket..close]);
        }

        var colon = column.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (column[..colon], column[colon..]) : null;
    }
}
