namespace PaymentCustomers.Engine.Reference;

/// <summary>A telephone number, split into calling code and national number (ITU-T E.164).</summary>
/// <param name="CallingCode">One to three digits, without plus.</param>
/// <param name="National">The digits after the calling code: the national significant number.</param>
internal readonly record struct TelephoneNumber(string CallingCode, string National)
{
    /// <summary>The number in E.164: <c>+</c>, calling code, national number.</summary>
    public string E164 => $"+{CallingCode}{National}";
}

/// <summary>The result of reading a telephone number.</summary>
internal readonly record struct PhoneReading
{
    /// <summary>The number; null if none could be determined with certainty.</summary>
    public TelephoneNumber? Number { get; init; }

    /// <summary>What is wrong; null if there is a number, or if only its country is missing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether an extension was removed.</summary>
    public bool HadExtension { get; init; }

    /// <summary>Reads a number as people write it. Rejects numbers that cannot exist, and ambiguous ones.</summary>
    /// <param name="text">The number.</param>
    /// <param name="context">What the row says about its country.</param>
    public static PhoneReading Of(string text, PhoneContext context)
    {
        if (PhoneText.TryRead(text, out var phone) is { } problem)
            return new PhoneReading { Problem = problem };
        var reading = Of(phone, context, isLenient: false);
        return context.IsLenient && reading.Number is null && !reading.IsDecided ? Of(phone, context, isLenient: true) : reading;
    }

    /// <summary>Whether a less strict check would give the same result.</summary>
    private bool IsDecided { get; init; }

    private static PhoneReading Of(PhoneText phone, PhoneContext context, bool isLenient)
    {
        var parser = Read(phone, context, isLenient);
        if (phone.Tail > 0 && !isLenient && (parser.Number is null || phone.IsTailOdd))
        {
            var shorter = Read(phone.WithoutTail(), context, isLenient);
            if (shorter is { Number: not null, IsUnclear: false } && parser.Number is null)
                (phone, parser) = (phone.WithoutTail(), shorter);
            else if (shorter.Number is not null && parser.Number is not null)
                return Decided(ReferenceMessages.PhoneTailUnclear);
        }

        if (!phone.IsInternational && context is { IsCodeGiven: true, CallingCode.Length: 1 } && IsOfOldAreaCode(phone, context))
            return Decided(ReferenceMessages.PhoneOldAreaCode(context.CallingCode!));
        if (parser.IsUnclear)
            return Decided(ReferenceMessages.PhoneUnclear);
        if (parser.Number is { } number)
        {
            return new PhoneReading
            {
                Number = new TelephoneNumber(NumberingPlans.Text(number.CountryCode), NumberingPlans.Library.GetNationalSignificantNumber(number)),
                HadExtension = phone.HadExtension,
            };
        }

        return new PhoneReading { Problem = PhoneDiagnosis.Of(phone, context, parser) };
    }

    private static PhoneReading Decided(string problem) => new() { Problem = problem, IsDecided = true };

    private static PhoneParser Read(PhoneText phone, PhoneContext context, bool isLenient)
    {
        var parser = new PhoneParser(context, isLenient);
        parser.Read(phone.IsInternational, phone.Digits);
        return parser;
    }

    /// <summary>
    /// Until 2021 Colombian landlines had seven digits and an area code of one digit: 1 for Bogotá, 7 for Bucaramanga. Calling code
    /// columns may still contain it. A resident without a Colombian document may also have a mobile number of the United States (1).
    /// </summary>
    private static bool IsOfOldAreaCode(PhoneText phone, PhoneContext context) =>
        (context.IsColombian || context.IsInColombia)
        && (phone.Digits.Length is 7 or 8
            || ((context.IsColombian || phone.Digits.StartsWith("60", StringComparison.Ordinal))
                && Read(phone, PhoneContext.OfColombia, isLenient: false).Number?.CountryCode == PhoneContext.Colombia));
}
