namespace PaymentCustomers.Emulator;

/// <summary>Order of a list.</summary>
public enum ListOrder
{
    /// <summary>In order of creation.</summary>
    OldestFirst,

    /// <summary>Against the order of creation.</summary>
    NewestFirst,
}

/// <summary>How a list ends.</summary>
public enum ListEnding
{
    /// <summary>With its last customer.</summary>
    Right,

    /// <summary>Every page says that it is the last.</summary>
    TooEarly,

    /// <summary>Never: every page is the first one and says that there is more.</summary>
    SamePage,

    /// <summary>Never: after the last customer come others that nobody stored, page after page.</summary>
    NewPages,
}

/// <summary>How a field that was not given is answered.</summary>
public enum AbsentFields
{
    /// <summary>As <c>""</c>.</summary>
    EmptyStrings,

    /// <summary>As <c>null</c>.</summary>
    Nulls,

    /// <summary>Not at all.</summary>
    Omitted,
}
