using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OptionsTests : EmulatorTest
{
    [Theory]
    [InlineData("recordRequests", "false")]
    [InlineData("latencyMs", "1")]
    [InlineData("seed", "42")]
    [InlineData("requestsPerSecond", "80")]
    [InlineData("listLagMs", "5000")]
    [InlineData("listCap", "10")]
    [InlineData("listEnding", "\"newPages\"")]
    [InlineData("lowerCaseEmail", "true")]
    [InlineData("dotsListMetadata", "\"omitted\"")]
    [InlineData("dotsAcceptedCredentials", "[\"a:b\"]")]
    [InlineData("dotsCreateStatus", "201")]
    [InlineData("dotsMissingStatus", "403")]
    [InlineData("dotsErrorForm", "\"successErrorMessage\"")]
    [InlineData("dotsErrorForm", "\"plainText\"")]
    [InlineData("dotsDefaultPageSize", "50")]
    [InlineData("dotsListOrder", "\"newestFirst\"")]
    [InlineData("dotsAbsentFields", "\"omitted\"")]
    [InlineData("onePayAcceptedKeys", "[\"sk_test_a\"]")]
    [InlineData("onePayCreateStatus", "200")]
    [InlineData("onePayDeleteStatus", "200")]
    [InlineData("onePayErrorList", "\"mapOfStrings\"")]
    [InlineData("onePayErrorCode", "\"number\"")]
    [InlineData("onePayKeyReuse", "\"conflict409\"")]
    [InlineData("onePayDuplicateDocument", "\"unprocessable422\"")]
    [InlineData("onePayPageShape", "\"simple\"")]
    [InlineData("onePayDefaultPageSize", "100")]
    [InlineData("onePayListOrder", "\"newestFirst\"")]
    [InlineData("onePayDocumentFilter", "\"ignored\"")]
    [InlineData("onePayPageNumbers", "\"alwaysFirst\"")]
    [InlineData("onePayTimestamps", "\"noFraction\"")]
    [InlineData("onePayAbsentFields", "\"emptyStrings\"")]
    [InlineData("onePayIncludeIsTest", "true")]
    [InlineData("stripeAcceptedKeys", "[\"rk_test_a\"]")]
    [InlineData("stripeKeyLifetimeMs", "60000")]
    [InlineData("stripeAddressUpdate", "\"merged\"")]
    public async Task Every_option_can_be_changed_while_running_without_changing_the_others(string name, string json)
    {
        var before = (await ControlAsync(HttpMethod.Get, "/options")).Json.AsObject();
        Assert.True(before.ContainsKey(name));
        Assert.NotEqual(json, before[name]?.ToJsonString());

        var changed = await ControlAsync(HttpMethod.Patch, "/options", $$"""{"{{name}}":{{json}}}""");

        Assert.Equal(200, changed.Status);
        var after = (await ControlAsync(HttpMethod.Get, "/options")).Json.AsObject();
        Assert.Equal(json, after[name]!.ToJsonString());
        before[name] = JsonNode.Parse(json);
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Theory]
    [InlineData("""{"onePayPageShape":"meta","pageShape":1,"x":2}""", "Unknown option: pageShape, x.")]
    [InlineData("""{"port":1}""", "port cannot be changed after the start.")]
    [InlineData("""{"certificatePath":"a.pem"}""", "certificatePath cannot be changed after the start.")]
    [InlineData("""{"requestsPerSecond":0}""", "requestsPerSecond must be at least 1.")]
    [InlineData("""{"silentPort":1}""", "silentPort cannot be changed after the start.")]
    [InlineData("""{"listLagMs":-1}""", "listLagMs must not be negative.")]
    [InlineData("""{"listCap":-1}""", "listCap must not be negative.")]
    [InlineData("""{"faults":[]}""", "Unknown option: faults.")]
    [InlineData("""{"timeProvider":null}""", "Unknown option: timeProvider.")]
    [InlineData("""{"onePayPageShape":"round"}""", "onePayPageShape")]
    [InlineData("""{"onePayPageShape":2}""", "onePayPageShape")]
    [InlineData("""{"recordRequests":"yes"}""", "recordRequests")]
    [InlineData("""{"onePayAcceptedKeys":null}""", "onePayAcceptedKeys", "null")]
    [InlineData("""{"latencyMs":-1}""", "latencyMs must not be negative.")]
    [InlineData("""{"dotsCreateStatus":204}""", "dotsCreateStatus must be 200, 201 or 202.")]
    [InlineData("""{"dotsMissingStatus":410}""", "dotsMissingStatus must be 404 or 403.")]
    [InlineData("""{"dotsDefaultPageSize":101}""", "dotsDefaultPageSize must be 1 to 100.")]
    [InlineData("""{"onePayCreateStatus":500}""", "onePayCreateStatus must be 200, 201 or 202.")]
    [InlineData("""{"onePayDeleteStatus":202}""", "onePayDeleteStatus must be 204 or 200.")]
    [InlineData("""{"onePayDefaultPageSize":0}""", "onePayDefaultPageSize must be 1 to 100.")]
    [InlineData("""{"stripeKeyLifetimeMs":-1}""", "stripeKeyLifetimeMs must not be negative.")]
    [InlineData("[]", "options")]
    [InlineData("{", "options")]
    public async Task An_invalid_patch_is_400_and_changes_nothing(string patch, params string[] fragments)
    {
        var before = (await ControlAsync(HttpMethod.Get, "/options")).Text;

        var answer = await ControlAsync(HttpMethod.Patch, "/options", patch);

        Assert.Equal(400, answer.Status);
        Assert.All(fragments, fragment => Assert.Contains(fragment, answer["message"]!, StringComparison.Ordinal));
        Assert.Equal(before, (await ControlAsync(HttpMethod.Get, "/options")).Text);
    }

    [Fact]
    public async Task An_emulator_does_not_start_with_an_option_out_of_range()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => ProviderEmulator.StartAsync(new EmulatorOptions { DotsCreateStatus = 418 }, Cancelled));

        Assert.StartsWith("dotsCreateStatus", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_does_not_start_on_a_port_in_use() =>
        await Assert.ThrowsAsync<IOException>(() => ProviderEmulator.StartAsync(new EmulatorOptions { Port = Emulator.Address.Port }, Cancelled));

    [Fact]
    public void An_emulator_listens_on_loopback_with_plain_http() =>
        Assert.Equal(("http", "127.0.0.1", "/"), (Emulator.Address.Scheme, Emulator.Address.Host, Emulator.Address.AbsolutePath));

    [Fact]
    public void Options_can_be_specified_as_json()
    {
        var options = new EmulatorOptions { Faults = [new FaultRule { Kind = FaultKind.Reset }] }.Patch("""{"onePayPageShape":"meta"}""");

        Assert.Equal(OnePayPageShape.Meta, options.OnePayPageShape);
        Assert.Single(options.Faults);
    }

    [Fact]
    public async Task An_emulator_can_be_disposed_of_twice() => await Emulator.DisposeAsync();
}
