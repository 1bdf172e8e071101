using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers;

/// <summary>The contract of one provider, copied literally. The tests compare the engine with it. It is written separately from the
/// provider's code, and uses none of it.</summary>
internal abstract class ProviderContract
{
    /// <summary>The provider.</summary>
    public abstract PaymentProvider Provider { get; }

    /// <summary>The path of the list of customers.</summary>
    public abstract string Path { get; }

    /// <summary>A credential of the provider's kind for the sandbox.</summary>
    public abstract ProviderCredential Credential { get; }

    /// <summary>The header that authenticates the request, made from <see cref="Credential"/>.</summary>
    public abstract string Authorization { get; }

    /// <summary>The parts of <see cref="Credential"/> that must never be shown.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The environment variables that hold <see cref="Credential"/>.</summary>
    public abstract IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Credentials that do not belong to this provider.</summary>
    public abstract IReadOnlyList<ProviderCredential> WrongCredentials { get; }

    /// <summary>The media type of the body of a create.</summary>
    public virtual string MediaType => "application/json";

    /// <summary>The header with the key; null if the key is in the body.</summary>
    public abstract string? KeyHeader { get; }

    /// <summary>Whether the key is in the body, where it can be found later.</summary>
    public virtual bool HasKeyInBody => KeyHeader is null;

    /// <summary>The fields that every row needs.</summary>
    public abstract IReadOnlyList<CustomerField> Required { get; }

    /// <summary>Fields that the provider requires, but that can be derived from another field of the row.</summary>
    public virtual IReadOnlyList<CustomerField> Implied => [];

    /// <summary>A row about a person with every kind of field that the provider has.</summary>
    public abstract (CustomerField Field, string Value)[] Row(int person);

    /// <summary>The body that creates the person of <see cref="Row"/>.</summary>
    public abstract string Body(int person, string key);

    /// <summary>The person as a customer, in the form of the provider.</summary>
    public abstract string Customer(string id, int person, string key);

    /// <summary>The visible fields of a customer after it was read; other fields are empty.</summary>
    public abstract IReadOnlyDictionary<CustomerField, string> Shown(int person);

    /// <summary>The answer to a create.</summary>
    public virtual string Created(string id, int person, string key) => Customer(id, person, key);

    /// <summary>The complete list on one page.</summary>
    public abstract string Page(IEnumerable<string> customers);

    /// <summary>The key of a received create request.</summary>
    public virtual string? KeyOf(ScriptedRequest create) => create.Header(KeyHeader!);

    /// <summary>Lists with the customers a, b and c in every shape of page.</summary>
    public abstract IReadOnlyList<ListShape> Lists { get; }

    /// <summary>Refusals in each form of the provider.</summary>
    public abstract IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The meaning of a status if it differs from other providers; null if it does not.</summary>
    public virtual PaymentErrorId? OwnMeaning(ProviderOperation operation, int status) => null;

    /// <summary>The fields about a person that every row has.</summary>
    protected static (CustomerField Field, string Value)[] Names(int person) =>
        [(CustomerField.FirstName, "Ana"), (CustomerField.LastName, $"Muñoz {person}"), (CustomerField.Email, $"row{person}@example.com"), (CustomerField.Phone, Phone(person))];

    /// <summary>The person's telephone number.</summary>
    protected static string Phone(int person) => $"+5730012345{person:00}";
}

/// <summary>The pages of a list in one shape.</summary>
/// <param name="Name">A name for the shape.</param>
/// <param name="Pages">The pages from the first to the last.</param>
/// <param name="Queries">The queries that request them.</param>
internal sealed record ListShape(string Name, string[] Pages, string[] Queries);

/// <summary>A refusal.</summary>
/// <param name="Operation">The requested operation.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="Id">The error id that it must become.</param>
/// <param name="Code">The provider's code in it.</param>
/// <param name="Message">The provider's message in it.</param>
internal sealed record Refusal(ProviderOperation Operation, int Status, string Body, PaymentErrorId Id, string? Code, string? Message);
