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
    /// <summary>Answers <see cref="FaultRule.Code"/>, in the provider's error form unless a <see cref="FaultRule.Body"/> is given.</summary>
    Status,

    /// <summary>Aborts the TCP connection, without an answer.</summary>
    Reset,

    /// <summary>
    /// Answers nothing until the client goes away or <see cref="FaultRule.HoldMs"/> have passed; then the request goes on.
    /// If the client goes away first, a request held before it was carried out never is.
    /// </summary>
    Timeout,

    /// <summary>Announces a longer body than it sends half of, then closes the connection.</summary>
    Truncated,

    /// <summary>Answers 200 with a body that is no JSON but says it is.</summary>
    Garbage,

    /// <summary>Answers <see cref="FaultRule.Code"/> (502 unless given) with an HTML page, as a gateway does.</summary>
    Html,

    /// <summary>Sends the answer's body byte by byte over <see cref="FaultRule.DripMs"/>.</summary>
    SlowDrip,

    /// <summary>
    /// The client gets no answer; the request is carried out <see cref="FaultRule.DelayMs"/> later, even if the client is
    /// gone. The connection is aborted after <see cref="FaultRule.HoldMs"/>, or held until the client goes away.
    /// </summary>
    DelayedStore,
}
