using System.Globalization;

namespace PaymentCustomers;

/// <summary>One kind of problem that Test-PaymentCustomer -Summary found, over all rows that have it.</summary>
public sealed class PaymentCustomerTestSummary
{
    internal PaymentCustomerTestSummary(string provider, FieldProblem problem, string kind)
    {
        Provider = provider;
        Id = problem.Id;
        Field = problem.Field;
        Column = problem.Column;
        Problem = kind;
        Example = problem.Value;
    }

    /// <summary>How many rows have it.</summary>
    public long Count { get; internal set; }

    /// <summary>How many rows there were, those without problems included.</summary>
    public long RowCount { get; internal set; }

    /// <summary>The provider whose rules were applied.</summary>
    public string Provider { get; }

    /// <summary><see cref="PaymentErrorId.FieldUnsupported"/> or <see cref="PaymentErrorId.CustomerInvalid"/>.</summary>
    public PaymentErrorId Id { get; }

    /// <summary>The field, or the column where it is none.</summary>
    public string Field { get; }

    /// <summary>The column of the input that the values come from; null if there is none.</summary>
    public string? Column { get; }

    /// <summary>What is wrong, without any value.</summary>
    public string Problem { get; }

    /// <summary>The first rows that have it, by their place in the input, from 1.</summary>
    public IReadOnlyList<long> FirstRows { get; internal set; } = [];

    /// <summary>The value of the first of them; null if it has none.</summary>
    public string? Example { get; }

    /// <summary>How many rows, and what is wrong with them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}: {Problem}");
}
