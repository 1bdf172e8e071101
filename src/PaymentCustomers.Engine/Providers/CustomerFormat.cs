using System.Net.Http.Headers;
using System.Text.Json;

namespace PaymentCustomers.Engine.Providers;

/// <summary>How a provider represents a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="WireName">The field's name in the body, with a dot for a nested object; null if it is not a member of the body.</param>
/// <param name="IsRequired">Whether every customer must have the field.</param>
internal sealed record ProviderField(CustomerField Field, string? WireName, bool IsRequired = false)
{
    /// <summary>Whether several fields share one wire name, so that a response cannot be split into them again.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>Writes customers in a provider's format and reads them. All providers respond in JSON.</summary>
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

    /// <summary>How the provider represents a field; null if it does not have the field.</summary>
    public ProviderField? this[CustomerField field] => _byField[(int)field];

    /// <summary>Whether a full name need not be split, because first and last name are sent as one value.</summary>
    public bool TakesFullName => this[CustomerField.FirstName] is { IsJoined: true, WireName: { } name } && this[CustomerField.LastName]?.WireName == name;

    /// <summary>The media type of the request body.</summary>
    public abstract string MediaType { get; }

    /// <summary>
    /// Checks rules that concern several fields, and converts the values to the form that is sent.
    /// </summary>
    /// <param name="values">Values by field, each already checked; changed in place.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <param name="check">Further settings of the check. Receives warnings.</param>
    public abstract void Refine(string?[] values, List<FieldProblem> problems, RowCheck check);

    /// <summary>The body of a create without the key; the key is computed from it. Fields without a value are omitted.</summary>
    /// <param name="values">The values by field, in the form that is sent.</param>
    public abstract byte[] Write(string?[] values);

    /// <summary>The body of a change. Fields that are neither given nor cleared are omitted, and keep their value.</summary>
    /// <param name="values">The values by field, in the form that is sent.</param>
    /// <param name="cleared">The fields to clear.</param>
    /// <exception cref="NotSupportedException">The provider does not support changing customers.</exception>
    public virtual byte[] WriteChange(string?[] values, IReadOnlyCollection<CustomerField> cleared) => throw new NotSupportedException();

    /// <summary>The body of a create, including the key if the provider takes it in the body.</summary>
    /// <param name="values">The values, including the key.</param>
    /// <param name="content">The body without the key.</param>
    public virtual byte[] WriteWithKey(string?[] values, byte[] content) => content;

    /// <summary>Sets the header for a create's key, if the provider takes it in a header.</summary>
    public virtual void SetKey(HttpRequestHeaders headers, string key)
    {
    }

    /// <summary>Whether a successful response repeats the response of an earlier request with the same key, if the provider says so.</summary>
    public virtual bool IsReplay(HttpHeaders? headers) => false;

    /// <summary>Reads the response to a create or a retrieve, and compares it with the request.</summary>
    /// <param name="body">The response: a customer, or an object whose <c>data</c> is a customer.</param>
    /// <param name="sent">The values with which the customer was created, by field; empty for a retrieve.</param>
    /// <exception cref="JsonException">The JSON is malformed, or not an object.</exception>
    public CustomerEcho ReadOne(ReadOnlyMemory<byte> body, ReadOnlySpan<string?> sent) => _reader.ReadOne(body, sent);

    /// <summary>Reads a customer leniently, on top of what is already known of it.</summary>
    /// <param name="reader">Positioned at the start of the object; left at its end.</param>
    /// <param name="customer">Receives the values, in the form that is shown.</param>
    /// <exception cref="JsonException">The JSON is malformed, or not an object.</exception>
    public void Read(ref Utf8JsonReader reader, CustomerContent customer)
    {
        _reader.Read(ref reader, customer);
        Complete(customer);
    }

    /// <summary>The joined value of the fields that share a wire name; null if none of them has a value.</summary>
    /// <param name="fields">The fields, in the order in which they are joined.</param>
    /// <param name="values">The values by field.</param>
    internal static string? Joined(IReadOnlyList<CustomerField> fields, ReadOnlySpan<string?> values)
    {
        string? joined = null;
        foreach (var field in fields)
        {
            if (values[(int)field] is { } value)
                joined = joined is null ? value : $"{joined} {value}";
        }

        return joined;
    }

    /// <summary>Converts values that were sent or received to the form that is shown.</summary>
    public virtual void Complete(CustomerContent customer)
    {
    }
}
