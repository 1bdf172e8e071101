using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Connections;

/// <summary>Tests that change the environment of the process run alone.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;

[Collection(nameof(ProcessEnvironment))]
public sealed class EnvironmentCredentialTests
{
    [Theory]
    [InlineData("Dots", "DOTS_CLIENT_ID=client-1;DOTS_API_KEY=key-1", "client-1", "key-1")]
    [InlineData("dots", "DOTS_CLIENT_ID= client-1 ;DOTS_API_KEY=\tkey-1\n", "client-1", "key-1")]
    [InlineData("OnePay", "ONEPAY_API_KEY=sk_test_1;DOTS_CLIENT_ID=client-1;DOTS_API_KEY=key-1", "", "sk_test_1")]
    public void The_credential_of_each_provider_is_read_from_the_environment(string provider, string variables, string clientId, string key)
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest(provider) { Variable = Variables(variables) });

        Assert.Equal((clientId, key), (connection.ClientId.Reveal(), connection.ApiKey.Reveal()));
    }

    [Fact]
    public void The_environment_of_the_process_is_read_by_default()
    {
        var before = Environment.GetEnvironmentVariable("ONEPAY_API_KEY");
        try
        {
            Environment.SetEnvironmentVariable("ONEPAY_API_KEY", "sk_live_1");

            Assert.Equal(PaymentEnvironment.Production, ConnectionFactory.Open(new ConnectionRequest("OnePay")).Environment);
            Assert.Equal("sk_live_1", EnvironmentCredentials.Find(PaymentProviders.Get("OnePay"))?.ApiKey);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ONEPAY_API_KEY", before);
        }
    }

    [Theory]
    [InlineData("Dots", "", "No credential for Dots was specified, and none was found in the environment variables (DOTS_CLIENT_ID, DOTS_API_KEY).")]
    [InlineData("Dots", "DOTS_API_KEY=key-1", "No credential for Dots was specified, and none was found in the environment variables (DOTS_CLIENT_ID, DOTS_API_KEY).")]
    [InlineData("Dots", "DOTS_CLIENT_ID=client-1;DOTS_API_KEY= ", "No credential for Dots was specified, and none was found in the environment variables (DOTS_CLIENT_ID, DOTS_API_KEY).")]
    [InlineData("OnePay", "DOTS_API_KEY=sk_test_1", "No credential for OnePay was specified, and none was found in the environment variables (ONEPAY_API_KEY).")]
    public void The_error_for_a_missing_credential_names_the_variables(string provider, string variables, string message)
    {
        var error = Assert.Throws<PaymentException>(() => ConnectionFactory.Open(new ConnectionRequest(provider) { Variable = Variables(variables) })).Error;

        Assert.Equal((PaymentErrorId.CredentialInvalid, message), (error.Id, error.Message));
    }

    [Fact]
    public void A_given_credential_takes_precedence_over_the_environment()
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest("OnePay")
        {
            Credential = new ProviderCredential(null, "sk_live_2"),
            Variable = Variables("ONEPAY_API_KEY=sk_test_1"),
        });

        Assert.Equal("sk_live_2", connection.ApiKey.Reveal());
    }

    private static Func<string, string?> Variables(string text)
    {
        var variables = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return variables.GetValueOrDefault;
    }
}
