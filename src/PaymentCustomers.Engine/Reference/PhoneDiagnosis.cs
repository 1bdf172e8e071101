using PhoneNumbers;
using static PhoneNumbers.PhoneNumberUtil;

namespace PaymentCustomers.Engine.Reference;

/// <summary>Explains why digits are not a telephone number.</summary>
internal static class PhoneDiagnosis
{
    // E.164, 6.1: at most 15 digits with the calling code. It sets no minimum, but no plan has fewer than 4.
    private const int MostDigits = 15;
    private const int LeastDigits = 4;

    /// <summary>The reason; null if only the country is missing.</summary>
    public static string? Of(PhoneText phone, PhoneContext context, PhoneParser parser)
    {
        if (parser.OtherCode is { } other)
            return ReferenceMessages.PhoneContradictsCode(other, context.CallingCode!);
        if (parser.Impossible is { } number)
            return Of(number, context);
        if (phone.IsInternational || phone.Digits.StartsWith("00", StringComparison.Ordinal))
            return ReferenceMessages.PhoneHasNoCountry;
        if (phone.Digits.Length is < LeastDigits or > MostDigits)
            return ReferenceMessages.PhoneLength(phone.Digits.Length);
        return context.CallingCode is null ? null : ReferenceMessages.PhoneDoesNotExist(context.CallingCode);
    }

    private static string Of(PhoneNumber number, PhoneContext context)
    {
        var code = NumberingPlans.Text(number.CountryCode);
        if (context.IsCodeGiven && context.CallingCode != code)
            return ReferenceMessages.PhoneContradictsCode(code, context.CallingCode!);
        var length = NumberingPlans.Library.GetNationalSignificantNumber(number).Length;
        if (number.CountryCode == PhoneContext.Colombia && length != PhoneContext.ColombianLength)
            return length is 7 or 8 ? ReferenceMessages.PhoneOldColombian(length) : ReferenceMessages.PhoneColombianLength(length);
        return NumberingPlans.Library.IsPossibleNumberWithReason(number) switch
        {
            ValidationResult.TOO_SHORT or ValidationResult.IS_POSSIBLE_LOCAL_ONLY => ReferenceMessages.PhoneTooShort(length, code),
            ValidationResult.TOO_LONG => ReferenceMessages.PhoneTooLong(length, code),
            ValidationResult.INVALID_LENGTH => ReferenceMessages.PhoneOfOtherLength(length, code),
            _ => ReferenceMessages.PhoneDoesNotExist(code),
        };
    }
}
