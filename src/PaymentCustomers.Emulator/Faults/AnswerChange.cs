using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>An error in a response.</summary>
/// <param name="Name">The name in fault rules.</param>
/// <param name="What">A description of the error.</param>
/// <param name="Operations">The operations whose responses can have the error.</param>
/// <param name="Apply">Adds the error to a response. Its second argument supplies another customer of the account.</param>
internal sealed record AnswerChange(string Name, string What, EmulatedOperation[] Operations, Action<JsonObject, Func<JsonObject>> Apply)
{
    public static AnswerChange? Find(IProviderDefinition provider, string? name, EmulatedOperation operation) =>
        provider.Changes.FirstOrDefault(change => change.Name == name && change.Operations.Contains(operation));

    /// <summary>Adds the fault's error to a provider's response. Error responses are not changed.</summary>
    public static Reply Alter(Fault fault, IProviderApi api, ProviderRequest request, Reply reply)
    {
        if (Find(api.Definition, fault.Change, request.Route.Operation) is not { } change || reply.Status >= 300 || reply.Body.IsEmpty)
            return reply;
        var body = JsonNode.Parse(reply.Body.Span)!.AsObject();
        change.Apply(body, () => api.Another(request, (string?)body["id"]));
        return reply with { Body = Reply.Json(reply.Status, json => body.WriteTo(json)).Body };
    }
}
