namespace PaymentCustomers.Engine.Fields;

/// <summary>Converts a value to the form that is sent, or reports what is wrong with it.</summary>
/// <param name="value">The value as given, trimmed and not blank.</param>
/// <param name="problem">What is wrong, as the end of a sentence that starts with the field's name; null if the value is valid.</param>
/// <returns>The value to send.</returns>
internal delegate string FieldCheck(string value, out string? problem);

/// <summary>The JSON type of a value.</summary>
internal enum WireType
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>A JSON object.</summary>
    Json,
}

/// <summary>How a value is masked in messages and logs.</summary>
internal enum MaskKind
{
    /// <summary>Not personal: shown unchanged.</summary>
    None,

    /// <summary>Shows the first character, then asterisks.</summary>
    Name,

    /// <summary>Shows the first character of each part, and the top-level domain.</summary>
    Email,

    /// <summary>Shows the last two characters.</summary>
    Number,

    /// <summary>Shows nothing of the value.</summary>
    All,
}

/// <summary>The definition of one customer field.</summary>
internal sealed record FieldRule(CustomerField Field, string[] Aliases, MaskKind Mask, FieldCheck Check)
{
    /// <summary>The field's name in PowerShell.</summary>
    public string Name { get; } = Field.ToString();

    /// <summary>Column names in Spanish spreadsheets. Parameters do not have these names.</summary>
    public string[] Columns { get; init; } = [];

    /// <summary>The path of the value in a customer's JSON, if it is in a nested object: <c>address.city</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The JSON type of the value.</summary>
    public WireType Type { get; init; }

    /// <summary>The maximum number of characters. It is not a provider's rule: a longer cell indicates a damaged file.</summary>
    public int MaxLength { get; init; } = 255;

    /// <summary>Whether a cell may have several lines.</summary>
    public bool AllowsLines { get; init; }

    /// <summary>All permitted values; empty if the values are not limited to a list.</summary>
    public IEnumerable<FieldChoice> Choices => ChoicesOf();

    internal Func<IEnumerable<FieldChoice>> ChoicesOf { get; init; } = FieldChoices.None;

    /// <summary>Whether the value is personal data.</summary>
    public bool IsPersonal => Mask != MaskKind.None;
}
