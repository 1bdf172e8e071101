using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Control;

/// <summary>
/// The control API for tests in other processes, below <c>/_emulator</c>. It speaks JSON, requires the token, and is never affected by faults.
/// </summary>
internal sealed class ControlApi(ProviderEmulator emulator, LiveOptions options, FaultPlan faults, Action stop)
{
    private readonly RequestGuard _guard = new(emulator.Token);

    public async Task HandleAsync(HttpContext context, string path)
    {
        if (_guard.CheckControl(context.Request) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        try
        {
            await ((context.Request.Method, path) switch
            {
                ("GET", "" or "/") => ShowAsync(context, Overview()),
                ("DELETE", "" or "/") => ClearAsync(context),
                ("GET", "/customers") => CustomersAsync(context),
                ("GET", "/requests") => ControlReports.RequestsAsync(context.Response, emulator.Store.Requests, emulator.Token),
                ("GET", "/options") => ShowAsync(context, OptionsJson.ToJson(options.Current)),
                ("PATCH", "/options") => PatchAsync(context),
                ("GET", "/catalog") => ShowAsync(context, FaultCatalog()),
                ("GET", "/faults") => ShowAsync(context, FaultRuleJson.Write(faults.Status())),
                ("PUT", "/faults") => ReplaceFaultsAsync(context),
                ("POST", "/seed") => SeedAsync(context),
                ("POST", "/shutdown") => ShutdownAsync(context),
                _ => ShowAsync(context, Message($"No such control: {context.Request.Method} /_emulator{path}"), StatusCodes.Status404NotFound),
            });
        }
        catch (ArgumentException error)
        {
            await ShowAsync(context, Message(error.Message), StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException error)
        {
            await ShowAsync(context, Message(error.Message), error.StatusCode);
        }
    }

    /// <summary>Responds with the reason why a request is refused.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal) => ShowAsync(context, Message(refusal.Message), refusal.Status);

    private JsonObject Overview()
    {
        var store = emulator.Store;
        return new JsonObject
        {
            ["address"] = emulator.Address.AbsoluteUri,
            ["providers"] = new JsonObject(store.Providers.Select(api => KeyValuePair.Create<string, JsonNode?>(
                api.Definition.Provider.Name,
                new JsonObject { ["customers"] = api.Count, ["baseUri"] = emulator.BaseUriOf(api.Definition.Provider).AbsoluteUri }))),
            ["requests"] = store.RequestCount,
            ["connections"] = emulator.ConnectionCount,
            ["pendingStores"] = store.PendingStores,
            ["options"] = OptionsJson.ToJson(options.Current),
        };
    }

    private static JsonArray FaultCatalog() => new([.. EmulatedProvider.All.SelectMany(provider => provider.Faults.Select(fault => new JsonObject
    {
        ["provider"] = provider.Name,
        ["name"] = fault.Name,
        ["what"] = fault.What,
        ["rules"] = fault.RulesText is { } rules ? JsonNode.Parse(rules) : new JsonArray(),
        ["options"] = fault.Options is { } options ? JsonNode.Parse(options) : new JsonObject(),
    }))]);

    private Task ClearAsync(HttpContext context)
    {
        emulator.Store.Clear();
        return ShowAsync(context, Overview());
    }

    private Task CustomersAsync(HttpContext context) => ControlReports.CustomersAsync(
        context.Response, emulator.Store.Of(EmulatedProvider.Parse(context.Request.Query["provider"])).Report(options.Current));

    private async Task PatchAsync(HttpContext context)
    {
        var patch = Encoding.UTF8.GetString(await RequestReader.BodyAsync(context));
        await ShowAsync(context, OptionsJson.ToJson(options.Update(current => current.Patch(patch))));
    }

    private async Task ReplaceFaultsAsync(HttpContext context)
    {
        faults.Replace(FaultRuleJson.Read(await RequestReader.BodyAsync(context)));
        await ShowAsync(context, FaultRuleJson.Write(faults.Status()));
    }

    private async Task SeedAsync(HttpContext context)
    {
        var request = EmulatorJson.Read<SeedRequest>(await RequestReader.BodyAsync(context), "seed");
        var account = emulator.Store.Seed(request);
        await ShowAsync(context, new JsonObject { ["stored"] = request.Count, ["account"] = account });
    }

    private Task ShutdownAsync(HttpContext context)
    {
        // Stop only after the response has been sent; otherwise the client would not receive it.
        context.Response.OnCompleted(() =>
        {
            stop();
            return Task.CompletedTask;
        });
        context.Response.Headers.Connection = "close";
        return ShowAsync(context, Message("Stopping."), StatusCodes.Status202Accepted);
    }

    private static JsonObject Message(string message) => new() { ["message"] = message };

    private static async Task ShowAsync(HttpContext context, JsonNode body, int status = StatusCodes.Status200OK)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(EmulatorJson.Serializer));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes);
    }
}
