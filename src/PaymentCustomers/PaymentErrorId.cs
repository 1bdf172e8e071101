namespace PaymentCustomers;

/// <summary>Identifies every kind of error. The ids are stable, so that scripts can rely on them.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes a 64-bit enum as its name, and any other enum as a bare number.
public enum PaymentErrorId : long
#pragma warning restore CA1028
{
    /// <summary>No connection is open.</summary>
    NotConnected,

    /// <summary>The connection's provider, address or options cannot be used.</summary>
    ConnectionInvalid,

    /// <summary>The credential is of the wrong kind, or none was given.</summary>
    CredentialInvalid,

    /// <summary>The provider rejected the credential.</summary>
    AuthenticationFailed,

    /// <summary>The provider accepted the credential but does not allow the operation.</summary>
    AccessDenied,

    /// <summary>The provider does not have this field.</summary>
    FieldUnsupported,

    /// <summary>The provider does not have this operation.</summary>
    OperationUnsupported,

    /// <summary>The row is not valid. Nothing was sent for it.</summary>
    CustomerInvalid,

    /// <summary>The provider does not have this customer.</summary>
    CustomerNotFound,

    /// <summary>The provider rejected the request.</summary>
    ProviderRejected,

    /// <summary>The provider limits the request rate and asks to wait.</summary>
    RateLimited,

    /// <summary>The provider is not available.</summary>
    ProviderUnavailable,

    /// <summary>The provider could not be reached, or the network connection broke.</summary>
    ConnectionFailed,

    /// <summary>The provider did not answer in time.</summary>
    RequestTimedOut,

    /// <summary>The provider's response could not be read.</summary>
    ResponseInvalid,

    /// <summary>It is not known whether the customer was created.</summary>
    OutcomeUnknown,

    /// <summary>No request was sent for this row, because the run stopped first.</summary>
    NotSent,

    /// <summary>The journal cannot be written. Nothing is sent without a journal entry.</summary>
    JournalFailed,

    /// <summary>Another run has the journal open.</summary>
    JournalLocked,

    /// <summary>The journal belongs to another provider, environment or account, has another version, or is not a journal.</summary>
    JournalMismatch,

    /// <summary>The journal is damaged.</summary>
    JournalCorrupt,

    /// <summary>The maximum duration of the run has elapsed.</summary>
    MaximumTimeReached,

    /// <summary>The number of rows differs from the number that was announced.</summary>
    TotalCountMismatch,

    /// <summary>An internal error of this program. Neither the row nor the provider caused it.</summary>
    InternalError,

    /// <summary>The emulator is not installed, or did not start.</summary>
    EmulatorUnavailable,

    /// <summary>A file cannot be imported: it cannot be read, is damaged, or contains no customers.</summary>
    InputInvalid,

    /// <summary>The file changed while it was read.</summary>
    InputChanged,

    /// <summary>An output file cannot be written.</summary>
    OutputFailed,

    /// <summary>A run in production was not confirmed. Nothing was sent.</summary>
    NotConfirmed,

    /// <summary>The run stopped because as many rows failed as the user allowed.</summary>
    TooManyErrors,
}
