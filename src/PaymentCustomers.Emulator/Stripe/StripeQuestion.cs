using System.Globalization;
using Customer = PaymentCustomers.Emulator.StoredCustomer<PaymentCustomers.Emulator.StripeFields>;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>A page of a list.</summary>
internal readonly record struct StripePage(Customer[] Customers, bool HasMore);

/// <summary>The parameters of a list request (contracts/stripe.md, "Endpoints").</summary>
internal sealed record StripeQuestion
{
    private const int LargestPage = 100;

    public int Limit { get; private init; } = 10;

    public string? After { get; private init; }

    public string? Before { get; private init; }

    public string? Email { get; private init; }

    /// <summary>Unix time in seconds. Both ends are included.</summary>
    private long CreatedFrom { get; init; } = long.MinValue;

    private long CreatedTo { get; init; } = long.MaxValue;

    /// <summary>Whether a customer created at a time (Unix time in seconds) matches.</summary>
    public bool IsCreatedIn(long seconds) => seconds >= CreatedFrom && seconds <= CreatedTo;

    /// <summary>The same request for the first page.</summary>
    public StripeQuestion FromTheBeginning() => this with { After = null, Before = null };

    /// <summary>Reads the parameters. Returns what is wrong with them.</summary>
    public static StripeProblem? Read(IReadOnlyList<FormValue> query, out StripeQuestion question)
    {
        question = new StripeQuestion();
        foreach (var value in query)
        {
            if (Read(value, ref question) is { } problem)
                return problem;
        }

        return question is { After: not null, Before: not null }
            ? StripeProblem.Invalid("ending_before", "You cannot use both starting_after and ending_before.", "parameters_exclusive")
            : null;
    }

    private static StripeProblem? Read(FormValue value, ref StripeQuestion question)
    {
        switch (value.Name)
        {
            case "limit":
                if (!TryReadInteger(value.Text, out var limit))
                    return NotInteger(value);
                if (limit is < 1 or > LargestPage)
                    return StripeProblem.Invalid("limit", "This value must be 1 to 100.", "parameter_invalid_integer");
                question = question with { Limit = (int)limit };
                return null;
            case "starting_after":
                question = question with { After = value.Text };
                return null;
            case "ending_before":
                question = question with { Before = value.Text };
                return null;
            case "email":
                question = question with { Email = value.Text };
                return StripeText.Length(value.Text) > StripeText.LongestEmail ? StripeText.TooLong(value, StripeText.LongestEmail) : null;
            case "created" or "created[gt]" or "created[gte]" or "created[lt]" or "created[lte]":
                if (!TryReadInteger(value.Text, out var seconds))
                    return NotInteger(value);
                question = Narrow(question, value.Name, seconds);
                return null;
            default:
                return value.Path[0] == "expand" ? StripeText.NotExpanded(value) : StripeProblem.Unknown(value.Name);
        }
    }

    private static StripeQuestion Narrow(StripeQuestion question, string name, long seconds)
    {
        var (from, to) = name switch
        {
            "created[gt]" => (seconds + 1, long.MaxValue),
            "created[gte]" => (seconds, long.MaxValue),
            "created[lt]" => (long.MinValue, seconds - 1),
            "created[lte]" => (long.MinValue, seconds),
            _ => (seconds, seconds),
        };
        return question with { CreatedFrom = Math.Max(question.CreatedFrom, from), CreatedTo = Math.Min(question.CreatedTo, to) };
    }

    // Limited so that sums of two numbers cannot overflow.
    private static bool TryReadInteger(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number is > -1_000_000_000_000_000 and < 1_000_000_000_000_000;

    private static StripeProblem NotInteger(FormValue value) =>
        StripeProblem.Invalid(value.Name, $"Invalid integer: {value.Text}", "parameter_invalid_integer");
}
