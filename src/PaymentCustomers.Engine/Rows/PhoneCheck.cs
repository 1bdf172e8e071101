namespace PaymentCustomers.Engine.Rows;

/// <summary>How certain it must be that a telephone number exists.</summary>
internal enum PhoneCheck
{
    /// <summary>It lies in a range that its country has given out.</summary>
    Valid,

    /// <summary>It has a length that numbers of its country have: for ranges that are too new to be known.</summary>
    Possible,
}
