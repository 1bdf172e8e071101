using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>What can be wrong with the answers of any provider whose customers have an <c>id</c> and an <c>email</c>.</summary>
internal static class CommonChanges
{
    public const string OtherEmail = "somebody.else@example.com";
    public const string SameId = "00000000-0000-4000-8000-000000000001";

    private const int HugeLength = 100 * 1024;

    /// <summary>Answers that are one customer.</summary>
    public static readonly EmulatedOperation[] Single = [EmulatedOperation.Create, EmulatedOperation.Retrieve, EmulatedOperation.Update];

    /// <summary>Answers that are a page of customers.</summary>
    public static readonly EmulatedOperation[] Lists = [EmulatedOperation.List];

    public static readonly IReadOnlyList<AnswerChange> All =
    [
        Id("sameId", "The same id for every customer.", SameId),
        new("anotherId", "The id of another customer of the account.", Single, (body, another) => body["id"] = another()["id"]!.DeepClone()),
        Id("emptyId", "An empty id.", ""),
        Id("blankId", "An id of spaces.", "   "),
        Id("numberId", "A number as id.", 17),
        Id("hugeId", "An id of 100 kB.", new string('a', HugeLength)),
        Id("controlId", "An id with control characters and escape sequences.", "cus\u001b[31m\u001b]52;c;ZQ==\u0007\u009b2J\u202e\r\n1"),
        Id("pathId", "A path as id.", "../../customers?limit=1"),
        Id("nullId", "null as id.", null),
        Id("objectId", "An object as id.", new JsonObject { ["value"] = "1" }),
        new("noId", "No id.", Single, (body, _) => body.Remove("id")),
        new("onlyId", "Only the id.", Single, (body, _) => Keep(body, "id")),
        new("emptyObject", "An empty object.", Single, (body, _) => body.Clear()),
        new("wrapped", "The customer wrapped in data.", Single, (body, _) => Wrap(body)),
        new("otherEmail", "The e-mail of somebody else.", Single, (body, _) => body["email"] = OtherEmail),
        new("anotherCustomer", "The whole object of another customer of the account.", Single, (body, another) => Replace(body, another())),
        new("successFalse", "\"success\": false with a 2xx status.", [.. Single, .. Lists], (body, _) => Fail(body)),
        new("emptyData", "\"data\": [] although there are customers.", Lists, (body, _) => body["data"] = new JsonArray()),
        new("nullData", "\"data\": null.", Lists, (body, _) => body["data"] = null),
        new("noData", "A page without \"data\".", Lists, (body, _) => body.Remove("data")),
        new("noIds", "Customers without ids.", Lists, (body, _) => Each(body, customer => customer.Remove("id"))),
        new("sameIds", "The same id for every customer of the list.", Lists, (body, _) => Each(body, customer => customer["id"] = SameId)),
    ];

    /// <summary>Changes each customer of a page.</summary>
    public static void Each(JsonObject page, Action<JsonObject> change)
    {
        foreach (var customer in page["data"]!.AsArray())
            change(customer!.AsObject());
    }

    private static AnswerChange Id(string name, string what, JsonNode? id) => new(name, what, Single, (body, _) => body["id"] = id?.DeepClone());

    private static void Keep(JsonObject body, string name)
    {
        var kept = body[name]?.DeepClone();
        body.Clear();
        body[name] = kept;
    }

    private static void Wrap(JsonObject body)
    {
        var whole = body.DeepClone();
        body.Clear();
        body["data"] = whole;
    }

    private static void Replace(JsonObject body, JsonObject other)
    {
        body.Clear();
        foreach (var (name, value) in other)
            body[name] = value?.DeepClone();
    }

    private static void Fail(JsonObject body)
    {
        body.Clear();
        body["success"] = false;
        body["message"] = "The request failed";
    }
}
