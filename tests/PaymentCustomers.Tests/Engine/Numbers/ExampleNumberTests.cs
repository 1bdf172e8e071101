using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Tests.Engine.Support;
using PhoneNumbers;

namespace PaymentCustomers.Tests.Engine.Numbers;

/// <summary>The mobile and landline example numbers of every region, as people and spreadsheets write them.</summary>
public sealed class ExampleNumberTests(ITestOutputHelper output)
{
    private static readonly PhoneNumberUtil Library = NumberingPlans.Library;

    private static readonly Example[] Examples =
    [
        .. from region in Library.GetSupportedRegions().Order(StringComparer.Ordinal)
           from type in new[] { PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE }
           let number = Library.GetExampleNumberForType(region, type)
           where number is not null
           select new Example(region, number),
    ];

    [Fact]
    public void There_are_489_examples_of_245_regions() =>
        Assert.Equal((489, 245), (Examples.Length, Examples.Select(example => example.Region).Distinct().Count()));

    // A number is refused if it can be read as two numbers, and is never sent wrongly. The plans of Germany and Austria accept
    // almost any digits.
    [Theory]
    [InlineData(Spelling.International, 489)]
    [InlineData(Spelling.National, 489)]
    [InlineData(Spelling.PlusEaten, 483)]
    [InlineData(Spelling.ExitCode00, 489)]
    [InlineData(Spelling.OwnExitCode, 489)]
    [InlineData(Spelling.NationalWithCallingCode, 489)]
    [InlineData(Spelling.NationalWithoutZero, 480)]
    [InlineData(Spelling.NationalWithoutCountry, 0)]
    [InlineData(Spelling.PlusEatenWithoutCountry, 154)]
    public void Each_example_number_is_sent_correctly_or_refused(Spelling spelling, int right)
    {
        List<string> wrong = [];
        List<string> refused = [];
        foreach (var example in Examples)
        {
            var (text, country) = example.Spell(spelling);
            // Gabon also has numbers of seven digits, so that nothing shows that a zero is missing.
            if (spelling == Spelling.NationalWithoutZero && example.Region == "GA")
                text = "0" + text;
            var number = example.E164;
            var onePay = Rows.PrepareLeast("OnePay", ("Phone", text), ("CountryCode", country));
            var dots = Rows.PrepareLeast("Dots", ("Phone", text), ("CountryCode", country));
            Assert.Equal(onePay.IsValid, dots.IsValid);
            if (!onePay.IsValid)
                refused.Add($"{example.Region} {text}: {onePay.Problems[0].Message}");
            else if (onePay.Values[(int)CustomerField.Phone] != number
                || $"+{dots.Values[(int)CustomerField.CountryCode]}{dots.Values[(int)CustomerField.Phone]}" != number)
                wrong.Add($"{example.Region} {text} ({country}): {onePay.Values[(int)CustomerField.Phone]} instead of {number}");
        }

        output.WriteLine($"{spelling}: {Examples.Length - refused.Count - wrong.Count} right, {refused.Count} refused, {wrong.Count} wrong");
        refused.ForEach(output.WriteLine);
        Assert.Equal([], wrong);
        Assert.Equal(right, Examples.Length - refused.Count);
    }

    /// <summary>How a number is written.</summary>
    public enum Spelling
    {
        /// <summary>With plus and calling code, in groups.</summary>
        International,

        /// <summary>In the national form, with the country in another column.</summary>
        National,

        /// <summary>The international digits without the plus, with the country in another column.</summary>
        PlusEaten,

        /// <summary>The international digits after 00, with the country in another column.</summary>
        ExitCode00,

        /// <summary>The international digits after the exit code of the region, with the country in another column.</summary>
        OwnExitCode,

        /// <summary>In the national form, with the calling code in another column.</summary>
        NationalWithCallingCode,

        /// <summary>In the national form without leading zeros, with the country in another column.</summary>
        NationalWithoutZero,

        /// <summary>In the national form, without a country.</summary>
        NationalWithoutCountry,

        /// <summary>The international digits without the plus, without a country.</summary>
        PlusEatenWithoutCountry,
    }

    private sealed record Example(string Region, PhoneNumber Number)
    {
        public string E164 => Library.Format(Number, PhoneNumberFormat.E164);

        public (string Text, string? Country) Spell(Spelling spelling)
        {
            var code = $"{Number.CountryCode}";
            // Some regions have numbers but no ISO code, such as Kosovo and Ascension.
            var country = Countries.Find(Region) is null ? code : Region;
            var national = Library.Format(Number, PhoneNumberFormat.NATIONAL);
            return spelling switch
            {
                Spelling.International => (Library.Format(Number, PhoneNumberFormat.INTERNATIONAL), null),
                Spelling.National => (national, country),
                Spelling.PlusEaten => (E164[1..], country),
                Spelling.ExitCode00 => ("00" + E164[1..], country),
                Spelling.OwnExitCode => (ExitCode + E164[1..], country),
                Spelling.NationalWithCallingCode => (national, code),
                Spelling.NationalWithoutZero => (national.TrimStart('(', '0'), country),
                Spelling.NationalWithoutCountry => (national, null),
                _ => (E164[1..], null),
            };
        }

        // The preferred exit code of the region, or its only one; 00 if the plan describes it with a pattern.
        private string ExitCode
        {
            get
            {
                var metadata = Library.GetMetadataForRegion(Region);
                return metadata.HasPreferredInternationalPrefix ? metadata.PreferredInternationalPrefix.Replace("~", "", StringComparison.Ordinal)
                    : metadata.InternationalPrefix.All(char.IsAsciiDigit) ? metadata.InternationalPrefix : "00";
            }
        }
    }
}
