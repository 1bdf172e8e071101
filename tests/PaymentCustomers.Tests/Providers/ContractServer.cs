using System.Globalization;

namespace PaymentCustomers.Tests.Providers;

/// <summary>A provider on loopback that does exactly what its contract says. It stores customers, returns them, and honours a key
/// if the provider does.</summary>
internal sealed class ContractServer : IAsyncDisposable
{
    private readonly ProviderContract _contract;
    private readonly Lock _gate = new();
    private readonly List<(string Id, int Person, string Key)> _customers = [];
    private readonly Dictionary<int, (Answer Answer, bool IsCarriedOut)> _instead = [];
    private readonly ScriptedServer _server;

    public ContractServer(ProviderContract contract)
    {
        _contract = contract;
        _server = new ScriptedServer(request => Task.FromResult(Answer(request)));
    }

    public Uri Address => _server.Address;

    public IReadOnlyList<ScriptedRequest> Requests => _server.Requests;

    /// <summary>The persons that are customers, in the order in which they were created.</summary>
    public IEnumerable<int> Persons => _customers.Select(customer => customer.Person);

    /// <summary>The methods of the requests in their order.</summary>
    public string Methods => string.Join(' ', Requests.Select(request => request.Method));

    /// <summary>Sets a different answer to a request.</summary>
    /// <param name="number">The number of the request, from 1.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isCarriedOut">Whether the request is carried out nevertheless.</param>
    public void Instead(int number, Answer answer, bool isCarriedOut = false) => _instead[number] = (answer, isCarriedOut);

    /// <summary>Adds a person as a customer.</summary>
    /// <returns>The customer's id.</returns>
    public string Add(int person, string key)
    {
        var id = Tests.Answer.Id(_customers.Count + 1);
        _customers.Add((id, person, key));
        return id;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Answer Answer(ScriptedRequest request)
    {
        lock (_gate)
        {
            var isOther = _instead.TryGetValue(request.Number, out var other);
            var own = isOther && !other.IsCarriedOut ? null : Do(request);
            return isOther ? other.Answer : own!;
        }
    }

    private Answer Do(ScriptedRequest request)
    {
        var path = request.Target.Split('?')[0];
        if (path == _contract.Path)
            return request.IsCreate ? Create(request) : Tests.Answer.Json(_contract.Page(_customers.Select(Show)));
        var id = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        if (path != $"{_contract.Path}/{id}" || !_customers.Exists(customer => customer.Id == id))
            return Tests.Answer.Json("{}", 404);
        var found = _customers.Find(customer => customer.Id == id);
        if (request.Method != "DELETE")
            return Tests.Answer.Json(Show(found));
        _customers.Remove(found);
        return Tests.Answer.Empty(204);
    }

    private Answer Create(ScriptedRequest request)
    {
        var key = _contract.KeyOf(request) ?? request.Number.ToString(CultureInfo.InvariantCulture);
        var known = _customers.Find(customer => customer.Key == key).Id;
        var id = _contract.Provider.Capabilities.HonoursKey && known is not null ? known : Add(request.Person, key);
        return Tests.Answer.Json(_contract.Created(id, request.Person, key), 201);
    }

    private string Show((string Id, int Person, string Key) customer) => _contract.Customer(customer.Id, customer.Person, customer.Key);
}
