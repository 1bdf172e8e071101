using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Connections;

/// <summary>The name of an account is part of every journal, which must stay readable.</summary>
public sealed class AccountTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-customers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(101, "", "this one has 101 characters")]
    [InlineData(5000, "", "this one has 5000 characters")]
    [InlineData(3, "\n", "line breaks")]
    [InlineData(3, "\u001b[31m", "control characters")]
    public void An_account_name_that_is_too_long_or_has_line_breaks_is_refused_before_anything_is_sent(int length, string text, string reason)
    {
        var error = Assert.Throws<PaymentException>(() => Open(new string('a', length) + text + "b"[..Math.Min(1, text.Length)])).Error;

        Assert.Equal(PaymentErrorId.ConnectionInvalid, error.Id);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal("Specify a short name for the account, such as the name of the company.", error.RecommendedAction);
    }

    [Fact]
    public void The_refusal_of_an_account_name_is_in_Spanish_in_a_Spanish_session()
    {
        using var _ = new UiCulture("es-CO");

        var error = Assert.Throws<PaymentException>(() => Open(new string('a', 101))).Error;

        Assert.StartsWith("El nombre de la cuenta (-Account, --account) puede tener 100 caracteres como máximo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_with_the_longest_account_name_and_all_other_values_can_be_read_again()
    {
        var connection = Open(new string('中', 100));
        var path = Path.Combine(_folder.FullName, "journal.jsonl");
        var options = new JournalOptions
        {
            Given = Enum.GetValues<CustomerField>().ToDictionary(field => field, _ => "x"),
            Input = new JournalInput(new string('+', 255), new string('0', 64)),
            Rows = long.MaxValue,
        };

        for (var i = 0; i < 2; i++)
            await FileJournal.Open(path, connection, options).DisposeAsync();

        Assert.Equal(2, File.ReadLines(path).Count());
        Assert.All(File.ReadLines(path), line => Assert.InRange(line.Length, 1, JournalFormat.LongestLine));
    }

    private static PaymentConnection Open(string account) => ConnectionFactory.Open(new ConnectionRequest("OnePay")
    {
        Credential = new ProviderCredential(null, "sk_test_0123456789"),
        Account = account,
    });
}
