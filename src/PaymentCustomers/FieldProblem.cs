namespace PaymentCustomers;

/// <summary>A problem with one field of a row.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Id">
/// <see cref="PaymentErrorId.FieldUnsupported"/> or <see cref="PaymentErrorId.CustomerInvalid"/>;
/// <see cref="PaymentErrorId.InternalError"/> if the program failed on the row and the row itself may be valid.
/// </param>
/// <param name="Message">What is wrong. Personal values are masked, except in the output of Test-PaymentCustomer.</param>
public sealed record FieldProblem(string Field, PaymentErrorId Id, string Message)
{
    /// <summary>What is wrong. Personal values are masked, except in the output of Test-PaymentCustomer.</summary>
    public string Message { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Message);

    /// <summary>The field's name, or the column's name if the column is not a field.</summary>
    public string Field { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Field);

    /// <summary>The input column that the value comes from; null if no value was given or it does not come from a column.</summary>
    public string? Column { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The value; null if none was given. Personal values are masked, except in the output of Test-PaymentCustomer.</summary>
    public string? Value { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
