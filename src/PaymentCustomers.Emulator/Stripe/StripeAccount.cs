using PaymentCustomers.Emulator.Store;
using Customer = PaymentCustomers.Emulator.StoredCustomer<PaymentCustomers.Emulator.StripeFields>;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>The customers of one key, the ids of its deleted customers, and its idempotency keys. Not thread-safe; its book locks.</summary>
internal sealed class StripeAccount(int ordinal, bool isLive)
{
    private static readonly List<Customer> None = [];

    private readonly Dictionary<string, List<Customer>> _byEmail = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    public bool IsLive { get; } = isLive;

    public Shelf<StripeFields> Shelf { get; } = new(ordinal, StringComparer.Ordinal);

    public StripeKeys Keys { get; } = new();

    /// <summary>The customers with exactly this e-mail address, in order of creation.</summary>
    public IReadOnlyList<Customer> WithEmail(string email) => _byEmail.TryGetValue(email, out var holders) ? holders : None;

    public bool IsDeleted(string id) => _deleted.Contains(id);

    public void Add(Customer customer)
    {
        Shelf.Add(customer);
        Index(customer);
    }

    public void Replace(Customer customer)
    {
        Unindex(Shelf.Find(customer.Id)!);
        Shelf.Replace(customer);
        Index(customer);
    }

    public bool Remove(string id)
    {
        if (Shelf.Remove(id) is not { } customer)
            return false;
        Unindex(customer);
        _deleted.Add(id);
        return true;
    }

    // Insert at the right position: an update can give an older customer the address of a newer one.
    private void Index(Customer customer)
    {
        if (customer.Fields.Email is not { } email)
            return;
        if (!_byEmail.TryGetValue(email, out var holders))
            _byEmail.Add(email, holders = []);
        holders.Insert(~Listing<StripeFields>.IndexOf(holders, customer), customer);
    }

    private void Unindex(Customer customer)
    {
        if (customer.Fields.Email is not { } email)
            return;
        var holders = _byEmail[email];
        holders.RemoveAt(Listing<StripeFields>.IndexOf(holders, customer));
        if (holders.Count == 0)
            _byEmail.Remove(email);
    }
}
