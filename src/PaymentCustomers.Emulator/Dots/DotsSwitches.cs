namespace PaymentCustomers.Emulator;

/// <summary>How the list shows <c>metadata</c> (contracts/dots.md, "Evidence": the list may omit it).</summary>
public enum DotsListMetadata
{
    /// <summary>As given.</summary>
    AsGiven,

    /// <summary>Omitted.</summary>
    Omitted,

    /// <summary>As <c>null</c>.</summary>
    Null,

    /// <summary>As <c>{}</c>.</summary>
    Empty,

    /// <summary>As a text.</summary>
    Text,
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
