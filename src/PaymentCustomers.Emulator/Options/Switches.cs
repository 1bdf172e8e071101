namespace PaymentCustomers.Emulator;

/// <summary>Order of a list.</summary>
public enum ListOrder
{
    /// <summary>In order of creation.</summary>
    OldestFirst,

    /// <summary>In reverse order of creation.</summary>
    NewestFirst,
}

/// <summary>How a list ends.</summary>
public enum ListEnding
{
    /// <summary>Correctly, after its last customer.</summary>
    Right,

    /// <summary>Every page says that it is the last.</summary>
    TooEarly,

    /// <summary>Never: every page is the first one again and says that there are more.</summary>
    SamePage,

    /// <summary>Never: after the last customer come pages of customers that are not stored.</summary>
    NewPages,
}

/// <summary>How a field without a value appears in responses.</summary>
public enum AbsentFields
{
    /// <summary>As <c>""</c>.</summary>
    EmptyStrings,

    /// <summary>As <c>null</c>.</summary>
    Nulls,

    /// <summary>Omitted.</summary>
    Omitted,
}
