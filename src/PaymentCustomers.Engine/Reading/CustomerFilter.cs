using PaymentCustomers.Engine.Numbers;

namespace PaymentCustomers.Engine.Reading;

/// <summary>
/// Which customers are looked for. The server is asked where it can tell; every customer that it sends is compared
/// here all the same, because a server may ignore a filter.
/// </summary>
public sealed record CustomerFilter
{
    /// <summary>No filter.</summary>
    public static CustomerFilter None { get; } = new();

    /// <summary>The whole address, in any case.</summary>
    public string? Email { get; init; }

    /// <summary>The whole number, however it is grouped.</summary>
    public string? Phone { get; init; }

    /// <summary>The whole number, exactly.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The whole id, in any case.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether a customer is one of those looked for.</summary>
    public bool Matches(PaymentCustomer customer) =>
        Equal(Email, customer.Email)
        && Equal(UserId, customer.UserId)
        && (DocumentNumber is null || DocumentNumber == customer.DocumentNumber)
        && (Phone is null || (customer.Phone is { } phone && Digits(Phone) == Digits(phone)));

    private static bool Equal(string? wanted, string? actual) =>
        wanted is null || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);

    private static string Digits(string phone) =>
        PhoneNumber.TryRead(phone, null, out var number) is null ? number.E164 : phone;
}
