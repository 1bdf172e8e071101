using System.Globalization;
using System.Text;

namespace PaymentCustomers;

/// <summary>The result of Test-PaymentCustomer for one row.</summary>
public sealed class PaymentCustomerTest
{
    private readonly ReadOnlyMemory<byte> _body;

    internal PaymentCustomerTest(long row, string provider, object? inputObject, ReadOnlyMemory<byte> body)
    {
        Row = row;
        Provider = provider;
        InputObject = inputObject;
        _body = body;
    }

    /// <summary>The row number in the input, starting at 1.</summary>
    public long Row { get; }

    /// <summary>Whether the row could be sent.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>The provider whose rules were applied.</summary>
    public string Provider { get; }

    /// <summary>All problems of the row; empty if it is valid.</summary>
    public required IReadOnlyList<FieldProblem> Problems { get; init; }

    /// <summary>The idempotency key that the row would be sent with; null if the row is not valid or the account is not known.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The JSON that would be sent; null if the row is not valid.</summary>
    public string? Body => IsValid ? Encoding.UTF8.GetString(_body.Span) : null;

    /// <summary>The input row, unchanged.</summary>
    public object? InputObject { get; }

    /// <summary>The row number and the row's problems.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Row}: {(IsValid ? Language.Say("valid", "válida") : string.Join("; ", Problems))}");
}
