using PaymentCustomers.Emulator.Store;
using Customer = PaymentCustomers.Emulator.StoredCustomer<PaymentCustomers.Emulator.OnePayFields>;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>The result of a create.</summary>
internal enum CreateResult
{
    Created,
    Replayed,
    Existing,
    KeyReused,
    DocumentTaken,
}

/// <summary>A page of a list with page numbers.</summary>
internal readonly record struct NumberedPage(Customer[] Customers, long Total);

/// <summary>
/// All OnePay customers, by bearer key, with the idempotency keys used under it. One lock covers the checks for a known key and a
/// known document and the storing, so that a hundred simultaneous requests with one key create one customer.
/// </summary>
internal sealed class OnePayBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Company> _companies = new(StringComparer.Ordinal);
    private long _sequence;

    public int Count
    {
        get
        {
            lock (_gate)
                return _companies.Values.Sum(company => company.Shelf.Count);
        }
    }

    /// <summary>The customer that an idempotency key created, even if it was deleted since: the same key gives the same result.</summary>
    public Customer? Replay(string bearer, string key)
    {
        lock (_gate)
            return CompanyOf(bearer).Keys.TryGetValue(key, out var use) ? use.Customer : null;
    }

    public (CreateResult Result, Customer Customer) Create(
        string bearer, string key, OnePayFields fields, EmulatorOptions options, DateTimeOffset now, bool isPretended)
    {
        lock (_gate)
        {
            var company = CompanyOf(bearer);
            if (company.Keys.TryGetValue(key, out var known))
            {
                var reused = options.OnePayKeyReuse == OnePayKeyReuse.Conflict409 && known.Asked != fields;
                return (reused ? CreateResult.KeyReused : CreateResult.Replayed, known.Customer);
            }

            if (options.OnePayDuplicateDocument != OnePayDuplicateDocument.New && company.FindDocument(fields) is { } holder)
            {
                if (options.OnePayDuplicateDocument != OnePayDuplicateDocument.Same)
                    return (CreateResult.DocumentTaken, holder);
                if (!isPretended)
                    company.Keys.Add(key, new KeyUse(holder, fields));
                return (CreateResult.Existing, holder);
            }

            if (isPretended)
                return (CreateResult.Created, new Customer(Guid.NewGuid().ToString(), company.Shelf.Account, 0, now, key, fields));
            var customer = new Customer(Guid.NewGuid().ToString(), company.Shelf.Account, ++_sequence, now, key, fields);
            company.Add(customer);
            company.Keys.Add(key, new KeyUse(customer, fields));
            return (CreateResult.Created, customer);
        }
    }

    /// <summary>Stores a customer without a key, as if it had existed for a long time.</summary>
    public void AddSeeded(string bearer, string id, OnePayFields fields, DateTimeOffset created)
    {
        lock (_gate)
        {
            var company = CompanyOf(bearer);
            company.Add(new Customer(id, company.Shelf.Account, ++_sequence, created, Key: null, fields));
        }
    }

    public Customer? Another(string bearer, string? id)
    {
        lock (_gate)
            return CompanyOf(bearer).Shelf.Another(id);
    }

    public Customer? Find(string bearer, string id)
    {
        lock (_gate)
            return CompanyOf(bearer).Shelf.Find(id);
    }

    public bool Remove(string bearer, string id)
    {
        lock (_gate)
            return CompanyOf(bearer).Remove(id);
    }

    /// <summary>A page, numbered from 1, of all customers or of those with a document number.</summary>
    public NumberedPage Page(string bearer, int number, int size, string? documentNumber, EmulatorOptions options, DateTimeOffset now)
    {
        lock (_gate)
        {
            var company = CompanyOf(bearer);
            var customers = documentNumber is null ? company.Shelf.All : company.WithDocument(documentNumber);
            var start = (int)Math.Min((long)(number - 1) * size, int.MaxValue);
            var list = new Listing<OnePayFields>(customers, options.OnePayListOrder, options, now);
            return new NumberedPage(list.Slice(start, size), list.Count);
        }
    }

    public IReadOnlyList<Customer> Snapshot()
    {
        lock (_gate)
            return [.. _companies.Values.SelectMany(company => company.Shelf.All).OrderBy(customer => customer.Sequence)];
    }

    public int NumberOf(string bearer)
    {
        lock (_gate)
            return CompanyOf(bearer).Shelf.Account;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _companies.Clear();
            _sequence = 0;
        }
    }

    private Company CompanyOf(string bearer)
    {
        if (!_companies.TryGetValue(bearer, out var company))
            _companies.Add(bearer, company = new Company(_companies.Count + 1));
        return company;
    }

    /// <summary>The customer that a key returned, and the fields of its request. They differ if the request returned an existing document.</summary>
    private sealed record KeyUse(Customer Customer, OnePayFields Asked);

    private sealed class Company(int account)
    {
        private static readonly List<Customer> None = [];

        // By number only, like the list's filter. Few customers share one.
        private readonly Dictionary<string, List<Customer>> _byDocument = new(StringComparer.Ordinal);

        public Shelf<OnePayFields> Shelf { get; } = new(account);

        public Dictionary<string, KeyUse> Keys { get; } = new(StringComparer.Ordinal);

        public void Add(Customer customer)
        {
            Shelf.Add(customer);
            if (customer.Fields.DocumentNumber is not { } number)
                return;
            if (_byDocument.TryGetValue(number, out var holders))
                holders.Add(customer);
            else
                _byDocument.Add(number, [customer]);
        }

        public bool Remove(string id)
        {
            if (Shelf.Remove(id) is not { } customer)
                return false;
            if (customer.Fields.DocumentNumber is { } number)
                _byDocument[number].Remove(customer);
            return true;
        }

        public List<Customer> WithDocument(string number) => _byDocument.TryGetValue(number, out var holders) ? holders : None;

        public Customer? FindDocument(OnePayFields fields) =>
            WithDocument(fields.DocumentNumber!).Find(holder => holder.Fields.DocumentType == fields.DocumentType);
    }
}
