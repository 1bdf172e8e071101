using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Errors that can occur in the responses of all providers whose customers have an <c>id</c> and an <c>email</c>.</summary>
internal static class CommonChanges
{
    public const string OtherEmail = "somebody.else@example.com";
    public const string SameId = "00000000-0000-4000-8000-000000000001";

    private const int HugeLength = 100 * 1024;
    private const int Megabyte = 1024 * 1024;

    /// <summary>Operations whose response is one customer.</summary>
    public static readonly EmulatedOperation[] Single = [EmulatedOperation.Create, EmulatedOperation.Retrieve, EmulatedOperation.Update];

    /// <summary>Operations whose response is a page of customers.</summary>
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
        Id("trueId", "true as id.", true),
        new("arrayId", "An array with the id.", Single, (body, _) => body["id"] = new JsonArray(body["id"]!.DeepClone())),
        new("spacedId", "The id with spaces around it.", Single, (body, _) => body["id"] = $" {body["id"]} "),
        new("noId", "No id.", Single, (body, _) => body.Remove("id")),
        new("onlyId", "Only the id.", Single, (body, _) => Keep(body, "id")),
        new("emptyObject", "An empty object.", Single, (body, _) => body.Clear()),
        new("wrapped", "The customer wrapped in data.", Single, (body, _) => Wrap(body)),
        new("otherEmail", "The e-mail of somebody else.", Single, (body, _) => body["email"] = OtherEmail),
        new("anotherCustomer", "The whole object of another customer of the account.", Single, (body, another) => Replace(body, another())),
        new("deniedInside", "The customer, and \"success\": false.", Single, (body, _) => body["success"] = false),
        new("errorInside", "The customer, and an error.", Single, (body, _) => body["error"] = new JsonObject { ["message"] = "The request failed" }),
        new("errorTextInside", "The customer, and an error that is a text.", Single, (body, _) => body["error"] = "The request failed"),
        new("wrongTypes", "All members but the id are numbers.", Single, (body, _) => EachMember(body, 17)),
        new("nullMembers", "All members but the id are null.", Single, (body, _) => EachMember(body, null)),
        new("deepBody", "Arrays in arrays, a hundred deep.", Single, (body, _) => body["deep"] = Deep(100)),
        new("largeBody", "A text of 4 MB besides.", Single, (body, _) => body["padding"] = new string('x', 4 * Megabyte)),
        new("tooLargeBody", "A text of 20 MB besides.", Single, (body, _) => body["padding"] = new string('x', 20 * Megabyte)),
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

    private static void EachMember(JsonObject body, JsonNode? value)
    {
        foreach (var name in body.Select(member => member.Key).Where(name => name != "id").ToList())
            body[name] = value?.DeepClone();
    }

    private static JsonArray Deep(int depth) => depth == 0 ? [] : new JsonArray(Deep(depth - 1));

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
