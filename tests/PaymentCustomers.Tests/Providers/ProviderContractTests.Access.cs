using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Providers;

public sealed partial class ProviderContractTests
{
    [Theory]
    [MemberData(nameof(Providers))]
    public void A_credential_of_the_providers_kind_opens_a_connection_to_the_sandbox(string provider)
    {
        var contract = ProviderContracts.Of(provider);

        var connection = Open(contract);

        Assert.Equal((provider, PaymentEnvironment.Sandbox), (connection.Provider, connection.Environment));
        Assert.Equal(contract.Provider.Access.BaseUri(PaymentEnvironment.Sandbox), connection.BaseUri);
        Assert.Equal("https", connection.BaseUri.Scheme);
        Assert.EndsWith(connection.BaseUri.AbsolutePath, contract.Path.Replace($"/{contract.Provider.Listing.Path}", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_credential_of_another_kind_is_refused_and_not_repeated(string provider)
    {
        var contract = ProviderContracts.Of(provider);

        Assert.All(contract.WrongCredentials, credential =>
        {
            var error = Assert.Throws<PaymentException>(
                () => ConnectionFactory.Open(contract.Provider, new ConnectionRequest(provider) { Credential = credential })).Error;

            Assert.Equal(PaymentErrorId.CredentialInvalid, error.Id);
            Assert.DoesNotContain(credential.ApiKey, ErrorText.Everything(error), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_credential_is_read_from_the_providers_own_environment_variables(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var request = new ConnectionRequest(provider) { Variable = name => contract.Variables.GetValueOrDefault(name) };

        var connection = ConnectionFactory.Open(contract.Provider, request);

        Assert.Equal(contract.Provider.Access.Secrets(Open(contract)), contract.Provider.Access.Secrets(connection));
        Assert.All(contract.Variables.Keys, missing =>
        {
            var error = Assert.Throws<PaymentException>(
                () => ConnectionFactory.Open(contract.Provider, request with { Variable = name => name == missing ? " " : contract.Variables.GetValueOrDefault(name) })).Error;

            Assert.Equal(PaymentErrorId.CredentialInvalid, error.Id);
            Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(
            PaymentProviders.All.Where(other => other.Name != provider), other => other.Access.Variables.Names.Intersect(contract.Variables.Keys).Any());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task No_error_and_no_log_contains_a_secret_whatever_the_server_repeats(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var secrets = contract.Provider.Access.Secrets(Open(contract)).Concat(contract.Secrets).Distinct().ToList();
        foreach (var secret in secrets)
        {
            var log = new RecordingLog();
            var answer = Answer.Json($$"""{"message":"Refused: {{secret}}","code":"{{secret}}","x":["{{Uri.EscapeDataString(secret)}}"]}""", 400).With("X-Request-Id", secret);
            var server = Serve(_ => answer);
            var target = At(contract, server.Address, log: log);

            var ofRow = Assert.Single((await target.RunAsync([target.Prepare(1, contract.Row(Person))], Once, cancellation: Cancel)).Outcomes).Error!;
            var ofRead = await FailAsync(() => RetrieveAsync(target, "a"));

            var everything = $"{ErrorText.Everything(ofRow)}\n{ErrorText.Everything(ofRead)}\n{log.All}\n{target.Connection}";
            Assert.Contains("Refused: ***", everything, StringComparison.Ordinal);
            Assert.NotEmpty(log.DebugLines);
            Assert.All(secrets, one =>
            {
                Assert.DoesNotContain(one, everything, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Uri.EscapeDataString(one), everything, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_log_contains_no_personal_data(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var log = new RecordingLog();
        var target = At(contract, server.Address, log: log);

        await target.RunAsync([target.Prepare(1, contract.Row(Person))], cancellation: Cancel);
        await ListAsync(target);

        Assert.NotEmpty(log.DebugLines);
        Assert.All(
            ["Muñoz", "Mu%C3%B1oz", $"row{Person}", "3001234507", "Calle"],
            personal => Assert.DoesNotContain(personal, log.All, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_description_of_a_provider_matches_what_it_supports(string provider)
    {
        var contract = ProviderContracts.Of(provider);

        var told = PaymentProviders.Describe(contract.Provider);

        Assert.Equal(
            (provider, contract.Provider.Capabilities.CanDelete, contract.Provider.Capabilities.HonoursKey),
            (told.Name, told.CanRemove, told.HonoursIdempotencyKey));
        Assert.All(contract.Variables.Keys, variable => Assert.Contains(variable, told.Credential, StringComparison.Ordinal));
        Assert.Equal(contract.Row(Person).Select(cell => cell.Field.ToString()).Except(told.Fields.Select(field => field.Name)), []);
    }
}
