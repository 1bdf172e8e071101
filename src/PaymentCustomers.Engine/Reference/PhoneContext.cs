using System.Globalization;

namespace PaymentCustomers.Engine.Reference;

/// <summary>What a row says about the country of its telephone number.</summary>
internal readonly record struct PhoneContext
{
    /// <summary>The calling code of Colombia.</summary>
    public const int Colombia = 57;

    /// <summary>The number of digits of every Colombian number after the calling code, since 2021.</summary>
    public const int ColombianLength = 10;

    /// <param name="callingCode">The row's calling code, digits only; null if it has none.</param>
    /// <param name="country">The row's country, ISO 3166-1 alpha-2; null if it has none.</param>
    public PhoneContext(string? callingCode, string? country)
    {
        var ofCountry = country is null ? null : NumberingPlans.CallingCodeOf(country);
        IsCodeGiven = callingCode is not null;
        CallingCode = callingCode ?? ofCountry;
        // Several countries can share a calling code while their exit codes and area codes differ.
        var region = CallingCode is not null && CallingCode == ofCountry ? country : callingCode is null ? null : NumberingPlans.RegionOf(callingCode);
        Region = region == "001" ? null : region;
    }

    /// <summary>The calling code; null if it is not known.</summary>
    public string? CallingCode { get; }

    /// <summary>The region whose dialling rules apply; null if it is not known.</summary>
    public string? Region { get; }

    /// <summary>Whether the row has a calling code. A number with another code then contradicts it. A country says only where the customer lives.</summary>
    public bool IsCodeGiven { get; }

    /// <summary>Whether the customer has a Colombian identity document, whatever the calling code is.</summary>
    public bool IsColombian { get; init; }

    /// <summary>Whether the customer lives in Colombia. The number may be of another country.</summary>
    public bool IsInColombia { get; init; }

    /// <summary>Whether to accept a number of a possible length that is in no range known to the library.</summary>
    public bool IsLenient { get; init; }

    /// <summary>The context of a Colombian number.</summary>
    public static PhoneContext OfColombia { get; } = new(Colombia.ToString(CultureInfo.InvariantCulture), "CO");
}
