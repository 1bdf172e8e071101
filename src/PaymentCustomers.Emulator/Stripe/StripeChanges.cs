using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Faults;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Errors that only responses of Stripe can have.</summary>
internal static class StripeChanges
{
    private const long LongAgo = 1_580_472_000;

    public static readonly IReadOnlyList<AnswerChange> All =
    [
        .. CommonChanges.All,
        new("otherPhone", "The phone number of somebody else.", CommonChanges.Single, (body, _) => body["phone"] = "+12015550199"),
        new("otherName", "The name of somebody else.", CommonChanges.Single, (body, _) => body["name"] = "Somebody Else"),
        new("otherMetadata", "The metadata of another request.", CommonChanges.Single, (body, _) =>
            body["metadata"] = new JsonObject { ["payment_customers_key"] = "somebody-else" }),
        new("noMetadata", "No metadata.", [.. CommonChanges.Single, .. CommonChanges.Lists], (body, _) => EachOf(body, customer => customer.Remove("metadata"))),
        new("oldCreated", "A created of years ago, as in a replay of an earlier create.", CommonChanges.Single, (body, _) => body["created"] = LongAgo),
        new("textCreated", "A created that is a text.", CommonChanges.Single, (body, _) => body["created"] = "2020-01-31T12:00:00Z"),
        new("noCreated", "No created.", CommonChanges.Single, (body, _) => body.Remove("created")),
        new("otherMode", "livemode is that of the other kind of key.", CommonChanges.Single, (body, _) => body["livemode"] = !(bool)body["livemode"]!),
        new("otherObject", "Another object than a customer.", CommonChanges.Single, (body, _) => body["object"] = "account"),
        new("deletedAnswer", "The customer as a deleted one.", CommonChanges.Single, (body, _) => Delete(body)),
        new("deletedListed", "Customers as deleted ones.", CommonChanges.Lists, (body, _) => CommonChanges.Each(body, Delete)),
        new("noHasMore", "A page without has_more.", CommonChanges.Lists, (body, _) => body.Remove("has_more")),
        new("textHasMore", "has_more is a text.", CommonChanges.Lists, (body, _) => body["has_more"] = "false"),
    ];

    private static void EachOf(JsonObject body, Action<JsonObject> change)
    {
        if (body.ContainsKey("data"))
            CommonChanges.Each(body, change);
        else
            change(body);
    }

    private static void Delete(JsonObject customer)
    {
        var id = customer["id"]!.DeepClone();
        customer.Clear();
        customer["id"] = id;
        customer["object"] = "customer";
        customer["deleted"] = true;
    }
}
