using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Errors of rows before anything is sent.</summary>
internal static class RowErrors
{
    /// <summary>The row cannot be sent because of another row.</summary>
    public static PaymentError Refused(PreparedDraft draft, FieldProblem problem) =>
        new(PaymentErrorId.CustomerInvalid, RowMessages.RowInvalid(draft.Draft.Row, [problem]))
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
            Problems = [problem],
            RecommendedAction = RowMessages.InvalidAction,
        };

    /// <summary>A problem for an unexpected exception, which makes the row invalid.</summary>
    public static FieldProblem Broken(Exception cause) => new("", PaymentErrorId.InternalError, RowMessages.Internal(Describe(cause)));

    /// <summary>The program failed on a row with an unexpected exception.</summary>
    public static PaymentError Internal(long row, Exception cause) =>
        new(PaymentErrorId.InternalError, RowMessages.RowInvalid(row, [Broken(cause)])) { Row = row, RecommendedAction = RowMessages.InternalAction };

    /// <summary>The row is not valid.</summary>
    public static PaymentError Invalid(PreparedDraft draft)
    {
        if (draft.Problems.FirstOrDefault(problem => problem.Id == PaymentErrorId.InternalError) is { } broken)
        {
            return new PaymentError(broken.Id, RowMessages.RowInvalid(draft.Draft.Row, [broken]))
            {
                Row = draft.Draft.Row,
                Problems = draft.Problems,
                RecommendedAction = RowMessages.InternalAction,
            };
        }

        var isUnsupported = (FieldProblem problem) => problem.Id == PaymentErrorId.FieldUnsupported;
        return new PaymentError(
            draft.Problems.All(isUnsupported) ? PaymentErrorId.FieldUnsupported : PaymentErrorId.CustomerInvalid,
            RowMessages.RowInvalid(draft.Draft.Row, draft.Problems))
        {
            Row = draft.Draft.Row,
            Problems = draft.Problems,
            // The action covers all problems of the row.
            RecommendedAction = draft.Problems.All(isUnsupported) ? RowMessages.UnsupportedAction
                : draft.Problems.Any(isUnsupported) ? $"{RowMessages.InvalidAction} {RowMessages.UnsupportedAction}"
                : RowMessages.InvalidAction,
        };
    }

    /// <summary>The command line gives fields for all rows that the provider does not have: a single error, before any row.</summary>
    public static PaymentException Unsupported(IEnumerable<CustomerField> fields, string provider) =>
        new(new PaymentError(PaymentErrorId.FieldUnsupported, RowMessages.FieldsUnsupported(provider, fields)) { RecommendedAction = RowMessages.UnsupportedAction });

    // The exception message may quote the row.
    private static string Describe(Exception cause) => $"{cause.GetType().Name}: {PersonalText.Mask(cause.Message).TrimEnd('.')}";
}
