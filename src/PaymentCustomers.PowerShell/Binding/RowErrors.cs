namespace PaymentCustomers.PowerShell.Binding;

/// <summary>What can be wrong with the input as a whole.</summary>
internal static class RowErrors
{
    public static PaymentException NoUsableColumn(IEnumerable<string> columns)
    {
        var names = string.Join(", ", columns.Take(10).Select(column => $"'{(column.Length <= 60 ? column : column[..60] + "…")}'"));
        return new PaymentException(new PaymentError(PaymentErrorId.CustomerInvalid, Messages.NoUsableColumn(names))
        {
            RecommendedAction = Messages.NameColumns,
        });
    }
}
