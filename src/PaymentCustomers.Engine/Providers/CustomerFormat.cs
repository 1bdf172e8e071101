using System.Net.Http.Headers;
using System.Text.Json;

namespace PaymentCustomers.Engine.Providers;

/// <summary>What a provider makes of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="WireName">Its name in the body, with a dot for an object inside; null if it is used otherwise.</param>
/// <param name="IsRequired">Whether every customer needs it.</param>
internal sealed record ProviderField(CustomerField Field, string? WireName, bool IsRequired = false)
{
    /// <summary>Whether the field shares its wire name with others, so that an answer cannot be taken apart again.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>How a customer is written to a provider, and read from it. Answers are JSON at every provider.</summary>
internal abstract class CustomerFormat
{
    private readonly ProviderField?[] _byField = new ProviderField?[Enum.GetValues<CustomerField>().Length];
    private readonly CustomerJsonReader _reader;

    /// <param name="fields">The provider's fields, in the order in which they are sent.</param>
    protected CustomerFormat(IReadOnlyList<ProviderField> fields)
    {
        Fields = fields;
        foreach (var field in fields)
            _byField[(int)field.Field] = field;
        _reader = new CustomerJsonReader(fields);
    }

    /// <summary>The provider's fields, in the order in which they are sent.</summary>
    public IReadOnlyList<ProviderField> Fields { get; }

    /// <summary>What the provider makes of a field; null if it has no such field.</summary>
    public ProviderField? this[CustomerField field] => _byField[(int)field];

    /// <summary>Whether a whole name needs not be taken apart: first and last name are sent as one.</summary>
    public bool TakesFullName => this[CustomerField.FirstName] is { IsJoined: true, WireName: { } name } && this[CustomerField.LastName]?.WireName == name;

    /// <summary>The media type of a create's body.</summary>
    public abstract string MediaType { get; }

    /// <summary>
    /// Checks what concerns several fields at once, and brings the values into the form that goes over the wire.
    /// </summary>
    /// <param name="values">Checked values by field; changed in place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="check">What else the check goes by; takes what the user should know.</param>
    public abstract void Refine(string?[] values, List<FieldProblem> problems, RowCheck check);

    /// <summary>The body of a create without the key: what the key is made of. What is not given is not written.</summary>
    /// <param name="values">The values by field, in the form that goes over the wire.</param>
    public abstract byte[] Write(string?[] values);

    /// <summary>The body of a change: what is not given and not emptied is not written, and stays as it is.</summary>
    /// <param name="values">The values by field, in the form that goes over the wire.</param>
    /// <param name="cleared">The fields that are emptied.</param>
    /// <exception cref="NotSupportedException">Customers of the provider cannot be changed.</exception>
    public virtual byte[] WriteChange(string?[] values, IReadOnlyCollection<CustomerField> cleared) => throw new NotSupportedException();

    /// <summary>The body of a create: the content, and the key where the provider takes it in the body.</summary>
    /// <param name="values">The values, the key among them.</param>
    /// <param name="content">The body without key.</param>
    public virtual byte[] WriteWithKey(string?[] values, byte[] content) => content;

    /// <summary>Sets the header that carries a create's key, where the provider takes it so.</summary>
    public virtual void SetKey(HttpRequestHeaders headers, string key)
    {
    }

    /// <summary>Whether a success is the answer that an earlier request with the same key got, where the provider says so.</summary>
    public virtual bool IsReplay(HttpHeaders? headers) => false;

    /// <summary>Reads the answer to a create or a retrieve, and compares it with what was sent.</summary>
    /// <param name="body">The answer: a customer, or an object whose <c>data</c> is one.</param>
    /// <param name="sent">What the customer was created with, by field; empty if it was not.</param>
    /// <exception cref="JsonException">The JSON is broken, or not an object.</exception>
    public CustomerEcho ReadOne(ReadOnlyMemory<byte> body, ReadOnlySpan<string?> sent) => _reader.ReadOne(body, sent);

    /// <summary>Reads a customer leniently, over what is known of it already.</summary>
    /// <param name="reader">Stands on the object's start; is left on its end.</param>
    /// <param name="customer">Takes the values, in the form that people see.</param>
    /// <exception cref="JsonException">The JSON is broken, or not an object.</exception>
    public void Read(ref Utf8JsonReader reader, CustomerContent customer)
    {
        _reader.Read(ref reader, customer);
        Complete(customer);
    }

    /// <summary>What fields of one wire name say together; null if none of them is given.</summary>
    /// <param name="fields">The fields, in the order in which they are joined.</param>
    /// <param name="values">The values by field.</param>
    internal static string? Joined(CustomerField[] fields, ReadOnlySpan<string?> values)
    {
        string? joined = null;
        foreach (var field in fields)
        {
            if (values[(int)field] is { } value)
                joined = joined is null ? value : $"{joined} {value}";
        }

        return joined;
    }

    /// <summary>Brings what was sent, or read off the wire, into the form that people see.</summary>
    public virtual void Complete(CustomerContent customer)
    {
    }
}
