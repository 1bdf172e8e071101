using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Reads a row's telephone number together with the row's country, for all providers.</summary>
internal static class PhoneRules
{
    private const string Colombia = "CO";

    /// <summary>The number; null if there is none or it is not valid.</summary>
    /// <param name="values">The values by field. The calling code may also be an ISO country, which stands for its calling code.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <param name="check">How strict the check is. Receives warnings.</param>
    public static TelephoneNumber? Read(string?[] values, List<FieldProblem> problems, RowCheck check)
    {
        if (values[(int)Phone] is not { } text)
            return null;
        // An unassigned calling code is reported for its own field.
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

    /// <summary>Whether the number of a filter and the number of a customer are the same. Without a calling code, the filter matches any country.</summary>
    public static bool AreSame(string wanted, string actual)
    {
        if (wanted == actual)
            return true;
        // The provider's number is compared even if such a number cannot exist.
        var has = PhoneReading.Of(actual, new PhoneContext(null, null) { IsLenient = true }).Number;
        if (has is not { } number)
            return PhoneText.TryRead(actual, out var bare) is null && PhoneText.TryRead(wanted, out var asked) is null
                && bare.IsInternational == asked.IsInternational && bare.Digits == asked.Digits;
        return PhoneReading.Of(wanted, new PhoneContext(number.CallingCode, null) { IsLenient = true }).Number == number;
    }

    /// <summary>A provider's number in the form in which this module would send it; unchanged if it cannot be read.</summary>
    public static string Normalize(string phone) => PhoneReading.Of(phone, new PhoneContext(null, null)).Number?.E164 ?? phone;

    private static PhoneContext Context(string?[] values, RowCheck check)
    {
        var code = values[(int)CountryCode];
        var isCountry = code is { Length: > 0 } && char.IsAsciiLetter(code[0]);
        // The country of residence determines the number's format. The nationality does not.
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
