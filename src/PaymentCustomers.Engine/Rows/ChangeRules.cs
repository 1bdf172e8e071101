using System.Text;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What a row that changes a customer needs.</summary>
internal static class ChangeRules
{
    /// <summary>Checks what a row changes.</summary>
    /// <param name="change">What it changes besides its values.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="values">The row's values by field.</param>
    /// <param name="problems">Takes what is wrong.</param>
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

    /// <summary>What the key of a change is made of: the customer, and what is changed.</summary>
    public static byte[] Content(CustomerChange change, byte[] body) => [.. Encoding.UTF8.GetBytes($"update\0{change.Id}\0"), .. body];
}
