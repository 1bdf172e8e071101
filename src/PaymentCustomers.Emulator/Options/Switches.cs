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

/// <summary>Body of a Dots error (contracts/dots.md, "Errors").</summary>
public enum DotsErrorForm
{
    /// <summary><c>{"success":false,"message":"…"}</c></summary>
    SuccessMessage,

    /// <summary><c>{"error":"…"}</c></summary>
    Error,

    /// <summary><c>{"success":false,"error":21,"message":"…"}</c></summary>
    SuccessErrorMessage,

    /// <summary><c>{"error_code":"no_such_resource","error_message":"…"}</c></summary>
    ErrorCode,

    /// <summary>The message as text/plain.</summary>
    PlainText,

    /// <summary>A page as text/html.</summary>
    Html,
}
