using System.Net;
using System.Reflection;
using System.Text.Json;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Connections;

public sealed class SecrecyTests
{
    private const string Key = "sk_test_Geheim";
    private const string ProxyPassword = "ProxyGeheim";

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void No_text_of_a_connection_shows_its_secrets(string provider)
    {
        var connection = Open(provider);

        string[] texts = [connection.ToString(), $"{connection}", JsonSerializer.Serialize(connection), .. Shown(connection, depth: 4)];

        Assert.Contains(texts, text => text.Contains(provider, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("geheim", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_public_property_or_field_contains_a_secret()
    {
        var members = typeof(PaymentConnection).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(member => member is PropertyInfo or FieldInfo)
            .Select(member => member.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["Account", "AppId", "BaseUri", "Environment", "IsConnected", "Name", "Provider", "Proxy"], members);
    }

    [Fact]
    public void A_connection_request_shows_no_secret_as_text()
    {
        var request = Request("Dots");

        Assert.DoesNotContain("geheim", request.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("geheim", request.Credential!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Disconnecting_a_connection_erases_its_secrets()
    {
        var connection = Open("Dots");

        connection.Disconnect();

        Assert.False(connection.IsConnected);
        Assert.Throws<InvalidOperationException>(() => connection.ApiKey.Reveal());
        Assert.Throws<InvalidOperationException>(() => connection.ClientId.Reveal());
    }

    [Theory]
    [InlineData("Dots", "client-1", "key-1", "5704de18fc60")]
    [InlineData("OnePay", null, "sk_test_1", "28ab62a8e030")]
    public void An_account_without_a_name_has_a_fingerprint_that_never_changes(string provider, string? clientId, string key, string fingerprint)
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest(provider) { Credential = new ProviderCredential(clientId, key) });

        Assert.Equal(fingerprint, connection.Account);
    }

    [Fact]
    public void The_fingerprint_of_Dots_is_made_from_the_client_id_and_survives_a_change_of_the_key()
    {
        Assert.Equal(Account("Dots", "client-1", "key-1"), Account("Dots", "client-1", "key-2"));
        Assert.NotEqual(Account("Dots", "client-1", "key-1"), Account("Dots", "client-2", "key-1"));
        Assert.NotEqual(Account("OnePay", null, "sk_test_1"), Account("OnePay", null, "sk_test_2"));
    }

    [Theory]
    [InlineData(" tienda ", "tienda")]
    [InlineData("tienda", "tienda")]
    public void A_named_account_is_identified_by_its_name(string given, string account) =>
        Assert.Equal(account, ConnectionFactory.Open(new ConnectionRequest("OnePay") { Credential = Credentials.Of("OnePay"), Account = given }).Account);

    private static string Account(string provider, string? clientId, string key) =>
        ConnectionFactory.Open(new ConnectionRequest(provider) { Credential = new ProviderCredential(clientId, key) }).Account;

    private static PaymentConnection Open(string provider) => ConnectionFactory.Open(Request(provider));

    private static ConnectionRequest Request(string provider) => new(provider)
    {
        Credential = new ProviderCredential(provider == "Dots" ? "client" : null, Key),
        Proxy = new Uri("http://proxy.example.com"),
        ProxyCredential = new NetworkCredential("user", ProxyPassword),
    };

    /// <summary>The texts of everything that can be reached through public properties.</summary>
    private static IEnumerable<string> Shown(object value, int depth)
    {
        yield return value.ToString() ?? "";
        if (depth == 0 || value is string)
            yield break;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            object? inner;
            try
            {
                inner = property.GetValue(value);
            }
            catch (TargetInvocationException e)
            {
                inner = e.InnerException!.Message;
            }

            foreach (var text in inner is null ? [] : Shown(inner, depth - 1))
                yield return text;
        }
    }
}
