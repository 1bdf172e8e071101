using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Identifies a row in messages. Personal values are masked, because messages are also logged.</summary>
internal static class RowDescription
{
    private static readonly CustomerField[] Shown =
        [CustomerField.FirstName, CustomerField.LastName, CustomerField.BusinessName, CustomerField.Email, CustomerField.Phone];

    /// <summary>The identifying values unmasked, for users who asked to see them.</summary>
    public static string Whole(Draft draft) => string.Join(' ', Shown.Select(field => draft[field]).Where(value => value is not null));

    /// <summary>The identifying values, masked.</summary>
    public static string Of(Draft draft) => string.Join(' ', from field in Shown
                                                             let value = draft[field]
                                                             where value is not null
                                                             select Mask.Value(field, value));
}
