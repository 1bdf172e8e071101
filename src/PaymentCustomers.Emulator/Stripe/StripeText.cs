namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Maximum lengths from the published file, and messages about invalid values.</summary>
internal static class StripeText
{
    public const int LongestEmail = 512;

    /// <summary>The number of characters (code points), as JSON Schema counts them.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static StripeProblem TooLong(FormValue value, int most) =>
        StripeProblem.Invalid(value.Name, $"Invalid string: {value.Text}; must be at most {most} characters");

    public static StripeProblem NotExpanded(FormValue value) =>
        StripeProblem.Invalid("expand", $"This property cannot be expanded ({value.Text}).");
}
