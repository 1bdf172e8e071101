using System.Management.Automation;

namespace PaymentCustomers.PowerShell;

/// <summary>Converts the engine's errors to PowerShell error records.</summary>
internal static class ErrorRecords
{
    /// <param name="exception">The error.</param>
    /// <param name="target">The object that the error concerns: the input row or the id.</param>
    public static ErrorRecord From(PaymentException exception, object? target)
    {
        var error = exception.Error;
        var record = new ErrorRecord(exception, error.Id.ToString(), Category(error.Id), target)
        {
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.RecommendedAction ?? "" },
        };
        // Otherwise PowerShell would write the whole row here, and views and logs would show it.
        record.CategoryInfo.TargetName = error.Row is { } row ? Messages.RowAlone(row) : target is string text ? PrintableText.Line(text) : "";
        return record;
    }

    private static ErrorCategory Category(PaymentErrorId id) => id switch
    {
        PaymentErrorId.NotConnected or PaymentErrorId.ConnectionFailed => ErrorCategory.ConnectionError,
        PaymentErrorId.ConnectionInvalid => ErrorCategory.InvalidArgument,
        PaymentErrorId.CredentialInvalid or PaymentErrorId.AuthenticationFailed => ErrorCategory.AuthenticationError,
        PaymentErrorId.AccessDenied => ErrorCategory.PermissionDenied,
        PaymentErrorId.FieldUnsupported or PaymentErrorId.CustomerInvalid => ErrorCategory.InvalidData,
        PaymentErrorId.OperationUnsupported => ErrorCategory.NotImplemented,
        PaymentErrorId.CustomerNotFound => ErrorCategory.ObjectNotFound,
        PaymentErrorId.ProviderRejected => ErrorCategory.InvalidOperation,
        PaymentErrorId.RateLimited => ErrorCategory.LimitsExceeded,
        PaymentErrorId.ProviderUnavailable or PaymentErrorId.EmulatorUnavailable => ErrorCategory.ResourceUnavailable,
        PaymentErrorId.RequestTimedOut or PaymentErrorId.MaximumTimeReached => ErrorCategory.OperationTimeout,
        PaymentErrorId.ResponseInvalid or PaymentErrorId.OutcomeUnknown or PaymentErrorId.TotalCountMismatch => ErrorCategory.InvalidResult,
        PaymentErrorId.NotSent => ErrorCategory.OperationStopped,
        PaymentErrorId.JournalFailed => ErrorCategory.WriteError,
        PaymentErrorId.JournalLocked => ErrorCategory.ResourceBusy,
        PaymentErrorId.JournalMismatch or PaymentErrorId.JournalCorrupt => ErrorCategory.InvalidData,
        PaymentErrorId.InputInvalid or PaymentErrorId.InputChanged => ErrorCategory.InvalidData,
        PaymentErrorId.OutputFailed => ErrorCategory.WriteError,
        PaymentErrorId.NotConfirmed or PaymentErrorId.TooManyErrors => ErrorCategory.OperationStopped,
        PaymentErrorId.InternalError => ErrorCategory.NotSpecified,
        _ => ErrorCategory.NotSpecified,
    };
}
