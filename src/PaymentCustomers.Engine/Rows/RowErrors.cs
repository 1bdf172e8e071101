namespace PaymentCustomers.Engine.Rows;

/// <summary>What is wrong with a row before anything is sent.</summary>
internal static class RowErrors
{
    /// <summary>A row that cannot be sent because of another row.</summary>
    public static PaymentError Refused(PreparedDraft draft, FieldProblem problem) =>
        new(PaymentErrorId.CustomerInvalid, RowMessages.RowInvalid(draft.Draft.Row, [problem]))
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
            Problems = [problem],
            RecommendedAction = RowMessages.InvalidAction,
        };

    /// <summary>A row that cannot be sent.</summary>
    public static PaymentError Invalid(PreparedDraft draft)
    {
        var isUnsupported = (FieldProblem problem) => problem.Id == PaymentErrorId.FieldUnsupported;
        return new PaymentError(
            draft.Problems.All(isUnsupported) ? PaymentErrorId.FieldUnsupported : PaymentErrorId.CustomerInvalid,
            RowMessages.RowInvalid(draft.Draft.Row, draft.Problems))
        {
            Row = draft.Draft.Row,
            Problems = draft.Problems,
            RecommendedAction = draft.Problems.Any(isUnsupported) ? RowMessages.UnsupportedAction : RowMessages.InvalidAction,
        };
    }
}
