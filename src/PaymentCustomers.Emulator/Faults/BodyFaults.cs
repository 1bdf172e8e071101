using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>Successful responses whose body is not a customer, or is a customer in a wrong or unusual form.</summary>
internal static class BodyFaults
{
    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        Rule("garbage", "200; Content-Type says JSON, the body is not JSON.", """{"operation":"create","kind":"garbage","moment":"after"}"""),
        Rule("html", "502 with an HTML page, as gateways send it.", """{"operation":"create","kind":"html","moment":"after"}"""),
        Rule("html200", "200 with an HTML page, as captive portals send it.", """{"operation":"create","kind":"html","moment":"after","code":200}"""),
        Body("emptyBody", "an empty body", ""),
        Body("nullBody", "the body null", "null"),
        Body("trueBody", "the body true", "true"),
        Body("numberBody", "a number as body", "201"),
        Body("arrayBody", "an array as body", "[]"),
        Body("textBody", "a string as body", @"\""created\"""),
        Body("spacesBody", "a body of spaces", "   "),
        Body("zerosBody", "a body of zeros", @"\u0000\u0000\u0000\u0000"),
        Body("halfBody", "the first half of the body, and its right length", "%half%"),
        Body("bomBody", "a byte order mark before the body", @"\ufeff%body%"),
        Body("utf16Body", "the body in UTF-16", "%utf16%"),
        Body("prefixBody", "a prefix against misuse by browsers before the body", @")]}',\n%body%"),
        Body("commentBody", "a comment before the body", "/* created */ %body%"),
        Body("listBody", "the customer in an array", "[%body%]"),
        Body("pageBody", "the customer in a page", @"{\""data\"":[%body%]}"),
        Body("deepWrapped", "the customer wrapped in data twice", @"{\""data\"":{\""data\"":%body%}}"),
        Body("customerWrapped", "the customer wrapped in customer", @"{\""customer\"":%body%}"),
        Body("halfCharacter", "half a character beside the wrapped customer", @"{\""note\"":\""\\ud83d\"",\""data\"":%body%}"),
        Body("idBefore", "an id before the customer's own, in one object", @"{\""id\"":\""00000000-0000-4000-8000-00000000000e\"",%members%}"),
        Body("idAfter", "an id after the customer's own, in one object", @"{%members%,\""id\"":\""00000000-0000-4000-8000-00000000000e\""}"),
        Body("twiceBody", "the body twice", "%body%%body%"),
        Body("braceBody", "a brace too many after the body", "%body%}"),
        Body("emptyError", "an empty error object", @"{\""error\"":{}}"),
    ];

    private static EmulatorFault Body(string name, string what, string body) =>
        Rule(name, $"201 with {what}.", $$"""{"operation":"create","kind":"garbage","moment":"after","code":201,"body":"{{body}}"}""");
}
