using System.Text;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>The rules for rows that change a customer.</summary>
internal static class ChangeRules
{
    /// <summary>Checks a row that changes a customer.</summary>
    /// <param name="change">The customer and the fields to clear.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="values">The row's values by field.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(CustomerChange change, PaymentProvider provider, string?[] values, List<FieldProblem> problems)
    {
        if (change.Cleared.Count == 0 && !provider.Format.Fields.Any(field => field.WireName is not null && values[(int)field.Field] is not null))
            problems.Add(new FieldProblem("Id", PaymentErrorId.CustomerInvalid, RowMessages.NothingToChange));
        foreach (var field in change.Cleared)
        {
            if (provider.Format[field] is not { WireName: not null } known)
                problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.FieldUnsupported, ProviderMessages.FieldUnsupported(field.ToString(), provider.Name)));
            else if (known.IsRequired)
                problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, RowMessages.FieldMissing(field.ToString(), provider.Name)));
            else if (values[(int)field] is not null)
                problems.Add(new FieldProblem(field.ToString(), PaymentErrorId.CustomerInvalid, RowMessages.GivenAndCleared(field)));
        }
    }

    /// <summary>The content from which the key of a change is computed: the customer, and what is changed.</summary>
    public static byte[] Content(CustomerChange change, byte[] body) => [.. Encoding.UTF8.GetBytes($"update\0{change.Id}\0"), .. body];
}
