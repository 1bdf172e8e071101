namespace PaymentCustomers.Engine.Rows;

/// <summary>How strictly telephone numbers are checked.</summary>
internal enum PhoneCheck
{
    /// <summary>The number must be in a range that its country has assigned.</summary>
    Valid,

    /// <summary>The number must have a length that is possible in its country. For ranges that are too new to be known.</summary>
    Possible,
}
