using System.Security.Cryptography;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Store;
using Customer = PaymentCustomers.Emulator.StoredCustomer<PaymentCustomers.Emulator.StripeFields>;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>
/// All Stripe customers, by secret key, so that test and live customers are separate. One lock covers the check for a known
/// idempotency key and the storing, so that a hundred simultaneous requests with one key create one customer.
/// </summary>
internal sealed class StripeBook
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 14;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, StripeAccount> _accounts = new(StringComparer.Ordinal);
    private long _sequence;

    public int Count
    {
        get
        {
            lock (_gate)
                return _accounts.Values.Sum(account => account.Shelf.Count);
        }
    }

    /// <summary>A random id that clients cannot predict.</summary>
    public static string NewId() => "cus_" + RandomNumberGenerator.GetString(IdCharacters, IdLength);

    /// <summary>An id from 14 given numbers.</summary>
    public static string IdFrom(Func<int, int> below) =>
        "cus_" + string.Create(IdLength, below, (id, next) =>
        {
            for (var i = 0; i < id.Length; i++)
                id[i] = IdCharacters[next(IdCharacters.Length)];
        });

    /// <summary>Executes a change of customers atomically, and only once for each idempotency key.</summary>
    public Reply Once(string key, StripeUse? use, DateTimeOffset now, EmulatorOptions options, Func<StripeAccount, Reply> carryOut)
    {
        lock (_gate)
        {
            var account = AccountOf(key);
            return use is { } once ? account.Keys.Once(once, now, Lifetime(options), () => carryOut(account)) : carryOut(account);
        }
    }

    public void Begin(string key, StripeUse use, DateTimeOffset now, EmulatorOptions options)
    {
        lock (_gate)
            AccountOf(key).Keys.Begin(use, now, Lifetime(options));
    }

    public void Fail(string key, string idempotencyKey, ProviderRequest request, Reply error)
    {
        lock (_gate)
            AccountOf(key).Keys.Fail(idempotencyKey, request, error);
    }

    /// <summary>Creates a customer, and stores it in an account unless the request is pretended.</summary>
    public Customer Create(StripeAccount account, string? idempotencyKey, StripeFields fields, DateTimeOffset now, bool isPretended)
    {
        lock (_gate)
        {
            var customer = new Customer(NewId(), account.Shelf.Account, isPretended ? 0 : ++_sequence, now, idempotencyKey, fields);
            if (!isPretended)
                account.Add(customer);
            return customer;
        }
    }

    /// <summary>Stores a customer without a key, as if it had existed for a long time.</summary>
    public void AddSeeded(string key, string id, StripeFields fields, DateTimeOffset created)
    {
        lock (_gate)
        {
            var account = AccountOf(key);
            account.Add(new Customer(id, account.Shelf.Account, ++_sequence, created, Key: null, fields));
        }
    }

    public Customer? Another(string key, string? id)
    {
        lock (_gate)
            return AccountOf(key).Shelf.Another(id);
    }

    /// <summary>Finds a customer, or the information that it was deleted.</summary>
    public (Customer? Customer, bool IsDeleted) Find(string key, string id)
    {
        lock (_gate)
        {
            var account = AccountOf(key);
            return (account.Shelf.Find(id), account.IsDeleted(id));
        }
    }

    /// <summary>A page, newest first; null if the cursor is not a customer of the account.</summary>
    public StripePage? Page(string key, StripeQuestion question, EmulatorOptions options, DateTimeOffset now)
    {
        lock (_gate)
        {
            var account = AccountOf(key);
            var customers = question.Email is { } email ? account.WithEmail(email) : account.Shelf.All;
            var list = new Listing<StripeFields>(customers, ListOrder.NewestFirst, options, now);
            var cursor = question.After ?? question.Before;
            if (cursor is null)
                return Take(list, 0, step: 1, question);
            if (account.Shelf.Find(cursor) is not { } customer)
                return null;
            var place = list.CountBefore(customer);
            if (question.Before is null)
                return Take(list, list.PositionOf(customer) < 0 ? place : place + 1, step: 1, question);
            var before = Take(list, place - 1, step: -1, question);
            return before with { Customers = [.. before.Customers.Reverse()] };
        }
    }

    public IReadOnlyList<Customer> Snapshot()
    {
        lock (_gate)
            return [.. _accounts.Values.SelectMany(account => account.Shelf.All).OrderBy(customer => customer.Sequence)];
    }

    /// <summary>The ordinals of the accounts of live keys.</summary>
    public HashSet<int> LiveAccounts()
    {
        lock (_gate)
            return [.. _accounts.Values.Where(account => account.IsLive).Select(account => account.Shelf.Account)];
    }

    public int NumberOf(string key)
    {
        lock (_gate)
            return AccountOf(key).Shelf.Account;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _accounts.Clear();
            _sequence = 0;
        }
    }

    /// <summary>The customers that match the filters, from a position on, and whether there are more.</summary>
    private static StripePage Take(Listing<StripeFields> list, int start, int step, StripeQuestion question)
    {
        var found = new List<Customer>();
        for (var place = start; place >= 0 && place < list.Count; place += step)
        {
            if (!question.IsCreatedIn(list[place].Created.ToUnixTimeSeconds()))
                continue;
            if (found.Count == question.Limit)
                return new StripePage([.. found], HasMore: true);
            found.Add(list[place]);
        }

        return new StripePage([.. found], HasMore: false);
    }

    private static TimeSpan Lifetime(EmulatorOptions options) => TimeSpan.FromMilliseconds(options.StripeKeyLifetimeMs);

    private StripeAccount AccountOf(string key)
    {
        if (!_accounts.TryGetValue(key, out var account))
            _accounts.Add(key, account = new StripeAccount(_accounts.Count + 1, StripeAccess.IsLive(key)));
        return account;
    }
}
