using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers;

/// <summary>
/// What one provider's contract says, as literally as it says it: the suite compares the engine with this. It is written
/// apart from the provider's code and uses none of it.
/// </summary>
internal abstract class ProviderContract
{
    /// <summary>The provider.</summary>
    public abstract PaymentProvider Provider { get; }

    /// <summary>The path of the list of customers.</summary>
    public abstract string Path { get; }

    /// <summary>A credential of its kind, for the sandbox.</summary>
    public abstract ProviderCredential Credential { get; }

    /// <summary>The header that tells who asks, made of <see cref="Credential"/>.</summary>
    public abstract string Authorization { get; }

    /// <summary>What must never be shown of <see cref="Credential"/>.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The environment variables that hold <see cref="Credential"/>.</summary>
    public abstract IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Credentials of another kind.</summary>
    public abstract IReadOnlyList<ProviderCredential> WrongCredentials { get; }

    /// <summary>The media type of a create's body.</summary>
    public virtual string MediaType => "application/json";

    /// <summary>The header that carries the key; null if it goes into the body.</summary>
    public abstract string? KeyHeader { get; }

    /// <summary>Whether the key stands in the body, where it can be found later.</summary>
    public virtual bool HasKeyInBody => KeyHeader is null;

    /// <summary>The fields without each of which a row cannot be sent.</summary>
    public abstract IReadOnlyList<CustomerField> Required { get; }

    /// <summary>Fields that the provider requires, but that another field of the row says as well.</summary>
    public virtual IReadOnlyList<CustomerField> Implied => [];

    /// <summary>A row about a person, with every kind of field that the provider has.</summary>
    public abstract (CustomerField Field, string Value)[] Row(int person);

    /// <summary>The body that creates the person of <see cref="Row"/>.</summary>
    public abstract string Body(int person, string key);

    /// <summary>The person as a customer, as the provider shows it.</summary>
    public abstract string Customer(string id, int person, string key);

    /// <summary>What people see of a customer that was read, by field; what it does not name is not there.</summary>
    public abstract IReadOnlyDictionary<CustomerField, string> Shown(int person);

    /// <summary>The answer to a create.</summary>
    public virtual string Created(string id, int person, string key) => Customer(id, person, key);

    /// <summary>The whole list on one page.</summary>
    public abstract string Page(IEnumerable<string> customers);

    /// <summary>The key of a create as it was received.</summary>
    public virtual string? KeyOf(ScriptedRequest create) => create.Header(KeyHeader!);

    /// <summary>Lists of the customers a, b and c in every shape that a page may have.</summary>
    public abstract IReadOnlyList<ListShape> Lists { get; }

    /// <summary>Refusals in the provider's own forms.</summary>
    public abstract IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>What a status means by itself, where it is something else than at other providers; null where it is not.</summary>
    public virtual PaymentErrorId? OwnMeaning(ProviderOperation operation, int status) => null;

    /// <summary>What every row says of a person.</summary>
    protected static (CustomerField Field, string Value)[] Names(int person) =>
        [(CustomerField.FirstName, "Ana"), (CustomerField.LastName, $"Muñoz {person}"), (CustomerField.Email, $"row{person}@example.com"), (CustomerField.Phone, Phone(person))];

    /// <summary>The person's telephone number.</summary>
    protected static string Phone(int person) => $"+5730012345{person:00}";
}

/// <summary>Pages in one shape.</summary>
/// <param name="Name">A name for the shape.</param>
/// <param name="Pages">The pages, from the first to the last.</param>
/// <param name="Queries">The queries that ask for them.</param>
internal sealed record ListShape(string Name, string[] Pages, string[] Queries);

/// <summary>A refusal.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="Id">What it means.</param>
/// <param name="Code">The provider's code in it.</param>
/// <param name="Message">The provider's words in it.</param>
internal sealed record Refusal(ProviderOperation Operation, int Status, string Body, PaymentErrorId Id, string? Code, string? Message);
