using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>A way in which an answer can be wrong.</summary>
/// <param name="Name">How rules name it.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="Operations">The answers that can be wrong so.</param>
/// <param name="Apply">Makes them so. Given another customer of the account as well.</param>
internal sealed record AnswerChange(string Name, string What, EmulatedOperation[] Operations, Action<JsonObject, Func<JsonObject>> Apply)
{
    public static AnswerChange? Find(IProviderDefinition provider, string? name, EmulatedOperation operation) =>
        provider.Changes.FirstOrDefault(change => change.Name == name && change.Operations.Contains(operation));

    /// <summary>A provider's answer with something wrong in it. A refusal stays as it is.</summary>
    public static Reply Alter(Fault fault, IProviderApi api, ProviderRequest request, Reply reply)
    {
        if (Find(api.Definition, fault.Change, request.Route.Operation) is not { } change || reply.Status >= 300 || reply.Body.IsEmpty)
            return reply;
        var body = JsonNode.Parse(reply.Body.Span)!.AsObject();
        change.Apply(body, () => api.Another(request, (string?)body["id"]));
        return reply with { Body = Reply.Json(reply.Status, json => body.WriteTo(json)).Body };
    }
}
