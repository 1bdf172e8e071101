using Microsoft.AspNetCore.Http;
using PaymentCustomers.Emulator.Faults;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// The steps of a provider request: it is recorded, read, possibly affected by a fault, carried out, possibly affected by a fault, and
/// answered.
/// </summary>
internal sealed class ProviderPipeline(
    EmulatorStore store, LiveOptions options, FaultPlan faults, ProviderRouter router, CancellationToken stopping)
{
    private readonly FaultPlayer _player = new(options.Time, stopping);
    private readonly Admission _admission = new(options);

    public async Task HandleAsync(HttpContext context)
    {
        var arrived = options.Time.GetTimestamp();
        var (api, path) = router.Find(context.Request.Path.Value ?? "");
        var route = api?.Match(context.Request.Method, path) ?? new Route(EmulatedOperation.Other);
        var (exchange, request) = Note(context, api?.Definition, route);
        if (await ReadBodyAsync(context, exchange, request, api) is not { } complete)
            return;
        if (api is null)
        {
            await exchange.SendAsync(NoProvider());
            return;
        }

        await HandleAsync(api, complete, exchange, arrived);
    }

    private async Task HandleAsync(IProviderApi api, ProviderRequest request, Exchange exchange, long arrived)
    {
        await exchange.Connection.SendOwedAsync();
        if (!_admission.Admits())
        {
            await exchange.SendAsync(api.Error(request, StatusCodes.Status429TooManyRequests) with { RetryAfter = "1" });
            return;
        }

        var fault = faults.Choose(api, request);
        if (fault is not null)
            exchange.Record?.Faulted(fault.Kind);
        if (options.Current.LatencyMs is > 0 and var latency && !await PassAsync(TimeSpan.FromMilliseconds(latency) - options.Time.GetElapsedTime(arrived)))
            return;
        if (fault?.Kind == FaultKind.DelayedStore)
        {
            api.Begin(request);
            store.Later.Schedule(TimeSpan.FromMilliseconds(fault.DelayMs), () => api.Handle(request));
        }

        if (fault is { IsBefore: true } && await _player.PlayAsync(fault, exchange, api, request, Unstored(fault, api, request)))
            return;

        if (fault is { Kind: FaultKind.StoredTwice })
            api.Handle(request);
        var reply = api.Handle(request);
        if (fault is { IsBefore: false } && await _player.PlayAsync(fault, exchange, api, request, reply))
            return;
        await exchange.SendAsync(reply);
    }

    /// <summary>The response to a request that is not carried out.</summary>
    private static Reply Unstored(Fault fault, IProviderApi api, ProviderRequest request) =>
        fault.Kind == FaultKind.Altered
            ? api.Handle(request with { IsPretended = true })
            : api.Error(request, StatusCodes.Status503ServiceUnavailable);

    private (Exchange Exchange, ProviderRequest Request) Note(HttpContext context, IProviderDefinition? provider, Route route)
    {
        var (path, query) = RequestReader.Target(context);
        var request = ProviderRequest.From(context, route, path, query);
        var requestIdHeader = provider?.RequestIdHeader ?? "x-request-id";
        if (!options.Current.RecordRequests)
            return (new Exchange(context, null, store.Log.Number(), requestIdHeader, options.Time), request);
        var headers = RequestReader.Headers(context);
        var record = store.Log.Add(ordinal => new RecordedRequest
        {
            Ordinal = ordinal,
            Provider = provider?.Provider,
            Operation = route.Operation,
            Method = context.Request.Method,
            Protocol = context.Request.Protocol,
            Path = path,
            Query = query,
            Headers = headers,
        });
        return (new Exchange(context, record, record.Ordinal, requestIdHeader, options.Time), request);
    }

    /// <summary>The request with its body; null if it cannot be handled because it is too large or the client disconnected.</summary>
    private static async Task<ProviderRequest?> ReadBodyAsync(
        HttpContext context, Exchange exchange, ProviderRequest request, IProviderApi? api)
    {
        try
        {
            var body = await RequestReader.BodyAsync(context);
            if (exchange.Record is { } record)
                record.BodyBytes = body;
            return request with { Body = body };
        }
        catch (BadHttpRequestException refused)
        {
            await exchange.SendAsync(api?.Error(request, refused.StatusCode) ?? NoProvider());
            return null;
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            exchange.Abort();
            return null;
        }
    }

    private static Reply NoProvider() => Reply.Json(StatusCodes.Status404NotFound, json =>
    {
        json.WriteStartObject();
        json.WriteString("message", $"No provider is here. They are below {string.Join(", ", EmulatedProvider.All.Select(provider => $"/{provider.Name}/"))}.");
        json.WriteEndObject();
    });

    /// <summary>Waits for the latency. A server continues when its client disconnects, so that only stopping the emulator ends the wait early.</summary>
    private async Task<bool> PassAsync(TimeSpan rest)
    {
        try
        {
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, options.Time, stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
