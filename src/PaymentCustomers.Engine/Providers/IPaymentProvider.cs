using System.Net.Http.Headers;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Reading;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// What tells one provider from another: its rules and its wire. It sends nothing itself and keeps no state.
/// </summary>
public interface IPaymentProvider
{
    /// <summary>The provider's name.</summary>
    string Name { get; }

    /// <summary>What it can do.</summary>
    ProviderCapabilities Capabilities { get; }

    /// <summary>How its credential is given, for people.</summary>
    string CredentialHelp { get; }

    /// <summary>How customers stand in its JSON.</summary>
    WireMap Wire { get; }

    /// <summary>The path of the customers below the base address, without leading slash.</summary>
    string CustomersPath { get; }

    /// <summary>The base address of an environment.</summary>
    Uri BaseUri(PaymentEnvironment environment);

    /// <summary>Checks that a credential is of the provider's kind, and tells which environment it belongs to.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>.</exception>
    PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested);

    /// <summary>Sets the headers that say who asks.</summary>
    void Authorize(HttpRequestHeaders headers, PaymentConnection connection);

    /// <summary>Sets the headers that carry a create's idempotency key, where the provider takes it so.</summary>
    void SetKey(HttpRequestHeaders headers, string key);

    /// <summary>
    /// Checks what concerns several fields at once, and brings the values into the form that goes over the wire.
    /// </summary>
    /// <param name="values">Checked values by field; changed in place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal void Refine(string?[] values, List<FieldProblem> problems);

    /// <summary>The body of a create: the content, and the key where the provider takes it in the body.</summary>
    /// <param name="values">The values, the key among them.</param>
    /// <param name="content">The body without key.</param>
    internal byte[] WriteBody(string?[] values, byte[] content);

    /// <summary>Brings what was read off the wire into the form that people see.</summary>
    internal void Complete(CustomerContent customer);

    /// <summary>The query of a page of the list.</summary>
    /// <param name="filter">What is looked for; used as far as the server can.</param>
    /// <param name="cursor">Where the page begins, from <see cref="NextCursor"/>; null for the first.</param>
    string ListQuery(CustomerFilter filter, string? cursor);

    /// <summary>The query of the smallest page of the list.</summary>
    string SmallestListQuery { get; }

    /// <summary>Where the next page begins, or null after the last.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ResponseInvalid"/>: the list cannot be followed.</exception>
    string? NextCursor(CustomerPage page, string? cursor);

    /// <summary>Where the pages from the next one on begin, as far as that is known before they are there.</summary>
    /// <param name="page">A page.</param>
    /// <param name="following">Where the page after it begins.</param>
    IEnumerable<string> CursorsFrom(CustomerPage page, string following);

    /// <summary>What a refusal means where the provider differs from HTTP's own sense; null where it does not.</summary>
    PaymentErrorId? Classify(ProviderOperation operation, int status, ErrorBody body);
}
