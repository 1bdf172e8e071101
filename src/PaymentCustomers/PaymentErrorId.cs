namespace PaymentCustomers;

/// <summary>The stable ids of everything that can go wrong. Scripts may rely on them.</summary>
#pragma warning disable CA1028 // ConvertTo-Json writes an enum of 64 bits as its name, and any other as a number that tells nobody anything.
public enum PaymentErrorId : long
#pragma warning restore CA1028
{
    /// <summary>There is no connection to use.</summary>
    NotConnected,

    /// <summary>The connection's provider, address or options cannot be used.</summary>
    ConnectionInvalid,

    /// <summary>The credential is of the wrong kind, or none was given.</summary>
    CredentialInvalid,

    /// <summary>The provider does not know the credential.</summary>
    AuthenticationFailed,

    /// <summary>The provider knows the credential but does not allow this.</summary>
    AccessDenied,

    /// <summary>The provider has no such field.</summary>
    FieldUnsupported,

    /// <summary>The provider has no such operation.</summary>
    OperationUnsupported,

    /// <summary>The row was found wanting before anything was sent.</summary>
    CustomerInvalid,

    /// <summary>The provider has no such customer.</summary>
    CustomerNotFound,

    /// <summary>The provider refused the request.</summary>
    ProviderRejected,

    /// <summary>The provider asks to wait.</summary>
    RateLimited,

    /// <summary>The provider is out of order.</summary>
    ProviderUnavailable,

    /// <summary>The provider could not be reached, or the connection broke.</summary>
    ConnectionFailed,

    /// <summary>The provider did not answer in time.</summary>
    RequestTimedOut,

    /// <summary>The provider's answer cannot be understood.</summary>
    ResponseInvalid,

    /// <summary>Nobody can say whether the customer was created.</summary>
    OutcomeUnknown,

    /// <summary>The run stopped before anything was sent for this row.</summary>
    NotSent,

    /// <summary>The journal cannot be written, so that nothing may be sent.</summary>
    JournalFailed,

    /// <summary>Another run has the journal open.</summary>
    JournalLocked,

    /// <summary>The journal is of another run.</summary>
    JournalMismatch,

    /// <summary>The journal is damaged.</summary>
    JournalCorrupt,

    /// <summary>The longest time that the run was given is over.</summary>
    MaximumTimeReached,

    /// <summary>More rows came than were announced, or fewer.</summary>
    TotalCountMismatch,

    /// <summary>Something failed in this program itself: no fault of the row, nor of the provider.</summary>
    InternalError,

    /// <summary>The emulator is not installed, or did not start.</summary>
    EmulatorUnavailable,

    /// <summary>A file cannot be imported: it cannot be read, is broken, or holds no customers.</summary>
    InputInvalid,

    /// <summary>The file was changed while it was read.</summary>
    InputChanged,

    /// <summary>A file of results cannot be written.</summary>
    OutputFailed,

    /// <summary>A run in production was not confirmed: nothing was sent.</summary>
    NotConfirmed,

    /// <summary>So many rows failed that the run stopped, as was asked for.</summary>
    TooManyErrors,
}
