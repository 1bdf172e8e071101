namespace PaymentCustomers;

/// <summary>One thing wrong with one field of a row.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Id">
/// <see cref="PaymentErrorId.FieldUnsupported"/> or <see cref="PaymentErrorId.CustomerInvalid"/>;
/// <see cref="PaymentErrorId.InternalError"/> where not the row is wrong, but this program failed on it.
/// </param>
/// <param name="Message">What is wrong, the value masked if it is personal, but for Test-PaymentCustomer.</param>
public sealed record FieldProblem(string Field, PaymentErrorId Id, string Message)
{
    /// <summary>What is wrong, the value masked if it is personal, but for Test-PaymentCustomer.</summary>
    public string Message { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Message);

    /// <summary>The field's name, or the column's where it is none.</summary>
    public string Field { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Field);

    /// <summary>The column of the input that the value comes from; null if none was given, or it was given otherwise.</summary>
    public string? Column { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The value, masked if it is personal, but for Test-PaymentCustomer; null if none was given.</summary>
    public string? Value { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
