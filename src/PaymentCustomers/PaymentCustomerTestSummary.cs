using System.Globalization;

namespace PaymentCustomers;

/// <summary>One kind of problem that Test-PaymentCustomer -Summary found, with the number of rows that have it.</summary>
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

    /// <summary>The number of rows with this problem.</summary>
    public long Count { get; internal set; }

    /// <summary>The number of all rows, including those without problems.</summary>
    public long RowCount { get; internal set; }

    /// <summary>The provider whose rules were applied.</summary>
    public string Provider { get; }

    /// <summary><see cref="PaymentErrorId.FieldUnsupported"/> or <see cref="PaymentErrorId.CustomerInvalid"/>.</summary>
    public PaymentErrorId Id { get; }

    /// <summary>The field, or the column if it is not a field.</summary>
    public string Field { get; }

    /// <summary>The input column that the values come from; null if there is none.</summary>
    public string? Column { get; }

    /// <summary>What is wrong, without the value of any row.</summary>
    public string Problem { get; }

    /// <summary>The numbers of the first rows with this problem, starting at 1.</summary>
    public IReadOnlyList<long> FirstRows { get; internal set; } = [];

    /// <summary>The value in the first of these rows; null if it has none.</summary>
    public string? Example { get; }

    /// <summary>The number of rows and the problem.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}: {Problem}");
}
