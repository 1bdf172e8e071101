namespace PaymentCustomers.Emulator;

/// <summary>Which of the requests that match a rule it is played on. They are counted per rule, from 1.</summary>
public enum FaultWhich
{
    /// <summary>Every <see cref="FaultRule.N"/>th; with N = 1 all.</summary>
    EveryNth,

    /// <summary>The <see cref="FaultRule.N"/>th only.</summary>
    Nth,

    /// <summary>Each with <see cref="FaultRule.Probability"/>, decided by <see cref="EmulatorOptions.Seed"/> and its number alone.</summary>
    Probability,
}

/// <summary>When a fault strikes.</summary>
public enum FaultMoment
{
    /// <summary>Before the request is carried out: nothing is stored or deleted.</summary>
    Before,

    /// <summary>After it was carried out: the customer is stored, only the answer suffers.</summary>
    After,
}

/// <summary>What a fault does to a request.</summary>
public enum FaultKind
{
    /// <summary>
    /// Answers <see cref="Fault.Code"/>, in the provider's error form unless a <see cref="Fault.Body"/> is given. With 3xx it
    /// says where the customer is. After a 1xx, which is not a last answer, the connection is closed.
    /// </summary>
    Status,

    /// <summary>Aborts the TCP connection, without an answer.</summary>
    Reset,

    /// <summary>
    /// Answers nothing until the client goes away or <see cref="Fault.HoldMs"/> have passed; then the request goes on.
    /// If the client goes away first, a request held before it was carried out never is.
    /// </summary>
    Timeout,

    /// <summary>Announces a longer body than it sends half of, then closes the connection.</summary>
    Truncated,

    /// <summary>Answers <see cref="Fault.Code"/> (200 unless given) with a body that is no JSON but says it is.</summary>
    Garbage,

    /// <summary>Answers <see cref="Fault.Code"/> (502 unless given) with an HTML page, as a gateway does.</summary>
    Html,

    /// <summary>Sends the answer's body byte by byte over <see cref="Fault.DripMs"/>.</summary>
    SlowDrip,

    /// <summary>
    /// The client gets no answer; the request is carried out <see cref="Fault.DelayMs"/> later, even if the client is
    /// gone. The connection is aborted after <see cref="Fault.HoldMs"/>, or held until the client goes away.
    /// </summary>
    DelayedStore,

    /// <summary>
    /// Answers what it would, with something wrong in it: <see cref="Fault.Change"/>. Before: nothing is stored or deleted, and
    /// the answer says that it was.
    /// </summary>
    Altered,

    /// <summary>Sends a 103 first, and then goes on as if nothing had been.</summary>
    EarlyHints,

    /// <summary>
    /// Answers as if nothing had been, and once more when the next request comes over the same connection, before that
    /// one's own answer: a client that does not look takes it for that.
    /// </summary>
    LateAnswer,

    /// <summary>Carries the request out twice and answers the second time's answer.</summary>
    StoredTwice,

    /// <summary>Sends <see cref="Fault.Body"/> as it is, status line and headers included, and closes the connection.</summary>
    Raw,
}

/// <summary>What an error says.</summary>
public enum FaultMessage
{
    /// <summary>Eight megabytes of text.</summary>
    Huge,

    /// <summary>That the customer exists already, with the e-mail, the document or the phone number that was sent.</summary>
    Personal,

    /// <summary>Control characters: line ends, colours and commands for terminals, changes of direction, invisible ones.</summary>
    Control,
}

/// <summary>Which attempts at a create store the customer.</summary>
public enum FaultStorage
{
    /// <summary>None.</summary>
    Never,

    /// <summary>The first.</summary>
    Once,

    /// <summary>Each.</summary>
    Always,
}
