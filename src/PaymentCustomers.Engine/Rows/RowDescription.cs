using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Enough to know a row by, and no whole personal value: what is shown of a row goes into logs as well.</summary>
internal static class RowDescription
{
    private static readonly CustomerField[] Shown =
        [CustomerField.FirstName, CustomerField.LastName, CustomerField.BusinessName, CustomerField.Email, CustomerField.Phone];

    /// <summary>The values that tell a row from others, whole: for those who asked to see them.</summary>
    public static string Whole(Draft draft) => string.Join(' ', Shown.Select(field => draft[field]).Where(value => value is not null));

    /// <summary>The values that tell a row from others, masked.</summary>
    public static string Of(Draft draft) => string.Join(' ', from field in Shown
                                                             let value = draft[field]
                                                             where value is not null
                                                             select Mask.Value(field, value));
}
