using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Languages;

public sealed partial class MessageTests
{
    public static TheoryData<string> Names => [.. MessageMembers.All.Select(call => call.Name).Distinct()];

    [Fact]
    public void The_messages_of_all_assemblies_are_found() => Assert.Equal(
        ["PaymentCustomers.Engine", "PaymentCustomers.Postgres", "PaymentCustomers.PowerShell"],
        MessageMembers.All.Select(call => call.Member.DeclaringType!.Assembly.GetName().Name).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_message_exists_in_English_and_Spanish(string name)
    {
        foreach (var call in Calls(name))
        {
            var (english, spanish) = (call.Say("en-US"), call.Say("es-CO"));

            Assert.True(HasNoWords(call) || english != spanish, $"{call} is not translated: {english}");
            Assert.False(EnglishWords().IsMatch(spanish), $"{call} is half English: {spanish}");
            // The Colombian names of documents are Spanish in both languages.
            Assert.False(SpanishWords().IsMatch(Cedulas().Replace(english, "")), $"{call} is half Spanish: {english}");
            Assert.DoesNotMatch("[{}]|  ", english + spanish);
            Assert.Equal(Ending(english), Ending(spanish));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_languages_name_the_same_things_and_the_same_numbers(string name)
    {
        foreach (var call in Calls(name))
        {
            var (english, spanish) = (call.Say("en-US"), call.Say("es-CO"));

            Assert.Equal(Things(english), Things(spanish));
            Assert.Equal(Numbers(english), Numbers(spanish));
            Assert.All(call.Arguments.OfType<string>(), argument =>
                Assert.Equal(english.Contains(argument, StringComparison.Ordinal), spanish.Contains(argument, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("en", false)]
    [InlineData("pt-BR", false)]
    [InlineData("es", true)]
    [InlineData("es-CO", true)]
    [InlineData("es-ES", true)]
    public void A_Spanish_culture_of_any_country_gets_Spanish_messages(string culture, bool isSpanish)
    {
        using var language = new UiCulture(culture);

        Assert.Equal(isSpanish ? "Fila 1234" : "Row 1234", RowMessages.Row(1234));
    }

    private static List<MessageCall> Calls(string name)
    {
        var calls = MessageMembers.All.Where(call => call.Name == name).ToList();
        Assert.NotEmpty(calls);
        return calls;
    }

    /// <summary>Whether the message consists of its arguments only. They may be in any language.</summary>
    private static bool HasNoWords(MessageCall call) => call.Name switch
    {
        nameof(FieldMessages.FieldProblem) => true,
        nameof(HttpMessages.Attempted) => call.Arguments[^1] is null,
        nameof(CustomerMessages.CheckAction) => call.Arguments is [PaymentError { Id: PaymentErrorId.AuthenticationFailed }],
        _ => false,
    };

    private static char Ending(string sentence) => char.IsPunctuation(sentence[^1]) ? sentence[^1] : ' ';

    private static string[] Things(string sentence) =>
        [.. Thing().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string[] Numbers(string sentence) =>
        [.. Number().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b(the|is|are|was|were|of|and|not|row|rows|with|to|for|that|which|it|from|at|key|keys|customers?|run|journal)\b(?<!-\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"\b(el|la|los|las|es|son|de|y|que|fila|filas|con|para|por|una?|clave|clientes?)\b|[¿áéíóúñ]", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishWords();

    [GeneratedRegex("Cédula de (ciudadanía|extranjería)")]
    private static partial Regex Cedulas();

    // Parameters, options, commands, environment variables, prefixes of keys, fields, providers, addresses and standards.
    [GeneratedRegex(@"(?<![\w-])--?[A-Za-z][\w-]+|\b[A-Z][a-z]+-[A-Z]\w+|\b[A-Z]+_[A-Z_]+\b|\b[sp]k_\w+|\b[A-Z][a-z]+(?:[A-Z]\w*)+|https?:\S+\w|U\+\w+|\b(?:Dots|OnePay|NIT|CC|CE|PASSPORT|UUID|JSON|ASCII|ISO 3166-1|E\.164|Country|City|State|Postcode|Phone)\b")]
    private static partial Regex Thing();

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*")]
    private static partial Regex Number();
}
