namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Lengths, as the published file has them, and what is said of values that break a rule.</summary>
internal static class StripeText
{
    public const int LongestEmail = 512;

    /// <summary>Characters as JSON Schema counts them: code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static StripeProblem TooLong(FormValue value, int most) =>
        StripeProblem.Invalid(value.Name, $"Invalid string: {value.Text}; must be at most {most} characters");

    public static StripeProblem NotExpanded(FormValue value) =>
        StripeProblem.Invalid("expand", $"This property cannot be expanded ({value.Text}).");
}
