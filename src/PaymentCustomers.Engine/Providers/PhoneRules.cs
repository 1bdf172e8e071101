using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Reads the telephone number of a row together with what the row says of its country, for every provider alike.</summary>
internal static class PhoneRules
{
    private const string Colombia = "CO";

    /// <summary>The number in its parts, or null if there is none or it is wrong.</summary>
    /// <param name="values">The values by field; the calling code may be an ISO country, whose code is meant then.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="check">How strict to be; takes what the user should know.</param>
    public static TelephoneNumber? Read(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        if (values[(int)Phone] is not { } text)
            return null;
        // A calling code that does not exist is reported of its own field.
        var isCodeWrong = values[(int)CountryCode] is not null && problems.Exists(problem => problem.Field == nameof(CountryCode));
        var reading = PhoneReading.Of(text, isCodeWrong ? default : Context(values, check));
        if (reading.HadExtension)
            check.Warn(ProviderMessages.ExtensionLeftOut);
        if (reading.Number is { } number)
            return number;
        if (reading.Problem is { } wrong)
            Add(problems, FieldMessages.FieldProblem(nameof(Phone), Mask.Value(Phone, text), wrong));
        else if (!isCodeWrong)
            Add(problems, ProviderMessages.PhoneWithoutCode);
        return null;
    }

    /// <summary>Whether what a person wants and what a provider has are one number; without calling code, that of any country is meant.</summary>
    public static bool AreSame(string wanted, string actual)
    {
        if (wanted == actual)
            return true;
        // What the provider has need not exist, and is compared all the same.
        var has = PhoneReading.Of(actual, new PhoneContext(null, null) { IsLenient = true }).Number;
        if (has is not { } number)
            return PhoneText.TryRead(actual, out var bare) is null && PhoneText.TryRead(wanted, out var asked) is null
                && bare.IsInternational == asked.IsInternational && bare.Digits == asked.Digits;
        return PhoneReading.Of(wanted, new PhoneContext(number.CallingCode, null) { IsLenient = true }).Number == number;
    }

    /// <summary>A number that a provider has as this module would send it; as it is if it cannot be read.</summary>
    public static string Normalize(string phone) => PhoneReading.Of(phone, new PhoneContext(null, null)).Number?.E164 ?? phone;

    private static PhoneContext Context(string?[] values, RowCheck check)
    {
        var code = values[(int)CountryCode];
        var isCountry = code is { Length: > 0 } && char.IsAsciiLetter(code[0]);
        // Where somebody lives says what their number is like. Which passport they have says nothing about it.
        var livesIn = CountryOf(values[(int)Country] ?? check.Country);
        var country = isCountry ? code : livesIn;
        return new PhoneContext(isCountry ? null : code, country)
        {
            IsLenient = check.IsPhoneLenient,
            IsColombian = values[(int)DocumentType] is "CC" or "CE" or "NIT" || values[(int)Nationality] == Colombia,
            IsInColombia = livesIn == Colombia,
        };
    }

    private static string? CountryOf(string? text) =>
        text is null || FieldChecks.Country(text, out var problem) is var country && problem is not null ? null : country;

    private static void Add(List<FieldProblem> problems, string message) =>
        problems.Add(new FieldProblem(nameof(Phone), PaymentErrorId.CustomerInvalid, message));
}
