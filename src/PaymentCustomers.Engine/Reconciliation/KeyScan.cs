using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>One scan of the list for keys.</summary>
/// <param name="questions">The keys to find.</param>
internal sealed class KeyScan(IReadOnlyList<KeyQuestion> questions)
{
    private readonly ILookup<string, KeyQuestion> _open = questions.ToLookup(question => question.Key, StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _left = questions.Count;

    /// <summary>All keys on the list so far.</summary>
    public IReadOnlySet<string> Keys => _keys;

    /// <summary>The number of pages read.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the last page says that it is the last.</summary>
    public bool IsEndSaid { get; private set; }

    /// <summary>Whether every key was found.</summary>
    public bool IsAnswered => _left <= 0;

    /// <summary>Processes a page.</summary>
    public void Take(CustomerPage page)
    {
        Pages++;
        IsEndSaid = page.SaysLast;
        foreach (var customer in page.Customers)
        {
            if (customer.IdempotencyKey is { } key)
                _keys.Add(key);
        }

        foreach (var found in page.Customers.Where(customer => customer.IdempotencyKey is { } key && _open.Contains(key)).GroupBy(customer => customer.IdempotencyKey!))
            Answer(found.Key, [.. found], page);
    }

    private void Answer(string key, List<PaymentCustomer> customers, CustomerPage page)
    {
        var ids = customers.Select(customer => customer.Id ?? "?").Distinct(StringComparer.Ordinal).ToList();
        // A customer without an id, or whose id occurs twice on the page, cannot be returned.
        var finding = ids is [_] && customers[0].Id is { } id && CustomerEcho.IsSound(id) && page.Customers.Count(customer => customer.Id == id) == customers.Count
            ? new Finding(customers[0], IsCertain: true)
            : new Finding(null, IsCertain: false) { Several = ids };
        foreach (var question in _open[key])
            _left -= question.Answer.TrySetResult(finding) ? 1 : 0;
    }
}
