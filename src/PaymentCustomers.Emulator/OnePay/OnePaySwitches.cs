namespace PaymentCustomers.Emulator;

/// <summary>The form of OnePay's list of field errors (contracts/onepay.md, "Errors").</summary>
public enum OnePayErrorList
{
    /// <summary><c>"erros":[{"key","description"}]</c>, as documented.</summary>
    Erros,

    /// <summary><c>"errors":[{"key","description"}]</c></summary>
    Errors,

    /// <summary><c>"errors":{field:[message]}</c></summary>
    Map,

    /// <summary><c>"errors":{field:message}</c></summary>
    MapOfStrings,
}

/// <summary>The form of <c>code</c>.</summary>
public enum OnePayErrorCode
{
    /// <summary><c>"10809"</c></summary>
    Quoted,

    /// <summary><c>10809</c></summary>
    Number,
}

/// <summary>The response to a known <c>x-idempotency</c> key with another body.</summary>
public enum OnePayKeyReuse
{
    /// <summary>The first response again.</summary>
    Replay,

    /// <summary>409.</summary>
    Conflict409,
}

/// <summary>The response to a known document under another key.</summary>
public enum OnePayDuplicateDocument
{
    /// <summary>A second customer.</summary>
    New,

    /// <summary>The existing customer, with 200.</summary>
    Same,

    /// <summary>409.</summary>
    Conflict409,

    /// <summary>422, naming <c>document_number</c>.</summary>
    Unprocessable422,
}

/// <summary>The forms of pages that OnePay's resources use (contracts/onepay.md, "List").</summary>
public enum OnePayPageShape
{
    /// <summary><c>data, current_page, last_page, per_page, total, from, to</c></summary>
    Flat,

    /// <summary><c>data, current_page, next_page_url, prev_page_url, per_page, from, to</c></summary>
    Simple,

    /// <summary><c>data</c> and <c>meta:{current_page,last_page,per_page,total}</c></summary>
    Meta,
}

/// <summary>Whether the list honours <c>document_number</c>.</summary>
public enum OnePayDocumentFilter
{
    /// <summary>Only customers with exactly that document number.</summary>
    Honoured,

    /// <summary>Page 1 unfiltered.</summary>
    Ignored,
}

/// <summary>The page numbers in a list.</summary>
public enum OnePayPageNumbers
{
    /// <summary>Correct.</summary>
    Right,

    /// <summary>Every page says that it is page 1.</summary>
    AlwaysFirst,

    /// <summary>All are 0.</summary>
    Zeros,

    /// <summary>As texts: <c>"1"</c>.</summary>
    Texts,
}

/// <summary>Form of OnePay's timestamps.</summary>
public enum OnePayTimestamps
{
    /// <summary><c>2024-12-04T20:09:08.000000Z</c></summary>
    Microseconds,

    /// <summary><c>2024-12-04T20:09:08Z</c></summary>
    NoFraction,

    /// <summary><c>2024-12-04T20:09:08+00:00</c></summary>
    Offset,
}
