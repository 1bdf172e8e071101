using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Reads the telephone number of a row together with the calling code beside it, for every provider alike.</summary>
internal static class PhoneRules
{
    /// <summary>The number in its parts, or null if there is none or it is wrong.</summary>
    /// <param name="values">The values by field; the calling code may be an ISO country, whose code is meant then.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PhoneNumber? Read(string?[] values, List<FieldProblem> problems)
    {
        if (values[(int)Phone] is not { } text)
            return null;
        var code = values[(int)CountryCode];
        // A country beside an international number is where the customer lives, not where the number does.
        var isCountry = code is { Length: > 0 } && char.IsAsciiLetter(code[0]);
        var isInternational = text.AsSpan().TrimStart("( ") is ['+', ..] or ['0', '0', ..];
        var callingCode = isCountry ? (isInternational ? null : CallingCodes.OfCountry(code!)) : code;
        if (PhoneNumber.TryRead(text, callingCode, out var number) is not { } problem)
            return number;
        problems.Add(new FieldProblem(
            nameof(Phone), PaymentErrorId.CustomerInvalid, FieldMessages.FieldProblem(nameof(Phone), Mask.Value(Phone, text), problem)));
        return null;
    }
}
