namespace PaymentCustomers.Emulator;

/// <summary>On which of the matching requests a rule is played. Each rule counts them from 1.</summary>
public enum FaultWhich
{
    /// <summary>Every <see cref="FaultRule.N"/>th request; with N = 1 all.</summary>
    EveryNth,

    /// <summary>Only the <see cref="FaultRule.N"/>th request.</summary>
    Nth,

    /// <summary>Each request with <see cref="FaultRule.Probability"/>, determined by <see cref="EmulatorOptions.Seed"/> and the request's number only.</summary>
    Probability,
}

/// <summary>When a fault happens.</summary>
public enum FaultMoment
{
    /// <summary>Before the request is carried out: nothing is stored or deleted.</summary>
    Before,

    /// <summary>After the request is carried out: the customer is stored, and only the response is affected.</summary>
    After,
}

/// <summary>What a fault does to a request.</summary>
public enum FaultKind
{
    /// <summary>
    /// Responds with <see cref="Fault.Code"/>, in the provider's error form unless a <see cref="Fault.Body"/> is given. With 3xx, the Location header
    /// contains the customer's address. After a 1xx, which is not a final response, the connection is closed.
    /// </summary>
    Status,

    /// <summary>Aborts the TCP connection without a response.</summary>
    Reset,

    /// <summary>
    /// Sends nothing until the client disconnects or <see cref="Fault.HoldMs"/> have elapsed; then the request continues. If the client
    /// disconnects first, a request held before it was carried out is never carried out.
    /// </summary>
    Timeout,

    /// <summary>Announces more bytes than the body has, sends half of the body, and closes the connection.</summary>
    Truncated,

    /// <summary>Responds with <see cref="Fault.Code"/> (default 200) and a body that is declared as JSON but is not JSON.</summary>
    Garbage,

    /// <summary>Responds with <see cref="Fault.Code"/> (default 502) and an HTML page, like a gateway.</summary>
    Html,

    /// <summary>Sends the response body byte by byte over <see cref="Fault.DripMs"/>.</summary>
    SlowDrip,

    /// <summary>
    /// Sends no response and carries the request out <see cref="Fault.DelayMs"/> later, even if the client has disconnected. The connection is
    /// aborted after <see cref="Fault.HoldMs"/>, or held until the client disconnects.
    /// </summary>
    DelayedStore,

    /// <summary>
    /// Sends the normal response with an error in it, see <see cref="Fault.Change"/>. Before: nothing is stored or deleted, but the response says
    /// that it was.
    /// </summary>
    Altered,

    /// <summary>Sends a 103 response first, and then continues normally.</summary>
    EarlyHints,

    /// <summary>
    /// Responds normally, and sends the same response once more when the next request arrives on the same connection, before that
    /// request's own response. A client that does not check takes it for the response to its request.
    /// </summary>
    LateAnswer,

    /// <summary>Carries the request out twice and sends the second response.</summary>
    StoredTwice,

    /// <summary>Resets the request's stream with REFUSED_STREAM, which says that nothing was done (RFC 9113, 8.7). With HTTP/1.1, as <see cref="Reset"/>.</summary>
    RefusedStream,

    /// <summary>Announces that the connection ends (GOAWAY of HTTP/2, <c>Connection: close</c> of HTTP/1.1), and then continues normally.</summary>
    GoAway,

    /// <summary>Sends <see cref="Fault.Body"/> unchanged, including status line and headers, and closes the connection.</summary>
    Raw,
}

/// <summary>The message of an error.</summary>
public enum FaultMessage
{
    /// <summary>Eight megabytes of text.</summary>
    Huge,

    /// <summary>Says that the customer exists already, and repeats the e-mail address, document or phone number of the request.</summary>
    Personal,

    /// <summary>Contains control characters: line breaks, terminal colours and commands, direction marks, invisible characters.</summary>
    Control,
}

/// <summary>Which attempts at a create store the customer.</summary>
public enum FaultStorage
{
    /// <summary>None.</summary>
    Never,

    /// <summary>Only the first.</summary>
    Once,

    /// <summary>Each.</summary>
    Always,
}
