namespace PaymentCustomers.Engine.Fields;

/// <summary>Brings a value into the form that goes over the wire, or says what is wrong with it.</summary>
/// <param name="value">The value as given, trimmed and not blank.</param>
/// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name; null if nothing is.</param>
/// <returns>The value to send.</returns>
internal delegate string FieldCheck(string value, out string? problem);

/// <summary>How a value stands in JSON.</summary>
internal enum WireType
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>A JSON object.</summary>
    Json,
}

/// <summary>How a value is masked where people may look over a shoulder.</summary>
internal enum MaskKind
{
    /// <summary>Not personal: shown as it is.</summary>
    None,

    /// <summary>First character, then asterisks.</summary>
    Name,

    /// <summary>First character of each part, and the top-level domain.</summary>
    Email,

    /// <summary>The last two characters.</summary>
    Number,

    /// <summary>Nothing at all.</summary>
    All,
}

/// <summary>Everything there is to know of one customer field.</summary>
internal sealed record FieldRule(CustomerField Field, string[] Aliases, MaskKind Mask, FieldCheck Check)
{
    /// <summary>The field's name in PowerShell.</summary>
    public string Name { get; } = Field.ToString();

    /// <summary>What Spanish spreadsheets name the column; no parameter has these names.</summary>
    public string[] Columns { get; init; } = [];

    /// <summary>Where the value stands in a customer's JSON, if that is in an object of its own: <c>address.city</c>.</summary>
    public string? Path { get; init; }

    /// <summary>How the value stands in JSON.</summary>
    public WireType Type { get; init; }

    /// <summary>The most characters a value may have. Not a provider's rule: a longer cell is a broken file.</summary>
    public int MaxLength { get; init; } = 255;

    /// <summary>Whether a cell may have several lines.</summary>
    public bool AllowsLines { get; init; }

    /// <summary>Every value that it may have, to choose from; empty if there are too many to say.</summary>
    public IEnumerable<FieldChoice> Choices => ChoicesOf();

    internal Func<IEnumerable<FieldChoice>> ChoicesOf { get; init; } = FieldChoices.None;

    /// <summary>Whether the value is personal data.</summary>
    public bool IsPersonal => Mask != MaskKind.None;
}
