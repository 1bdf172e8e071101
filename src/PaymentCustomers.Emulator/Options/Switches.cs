namespace PaymentCustomers.Emulator;

/// <summary>Order of a list.</summary>
public enum ListOrder
{
    /// <summary>In order of creation.</summary>
    OldestFirst,

    /// <summary>Against the order of creation.</summary>
    NewestFirst,
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
