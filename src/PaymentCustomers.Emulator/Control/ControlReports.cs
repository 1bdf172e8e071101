using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaymentCustomers.Emulator.Control;

/// <summary>The long reports of the control API, written in pieces: a hundred thousand customers would be too large for one string.</summary>
internal static class ControlReports
{
    private const int FlushAt = 64 * 1024;

    public static Task CustomersAsync(HttpResponse response, IEnumerable<Action<Utf8JsonWriter>> customers) =>
        ArrayAsync(response, customers, (json, writeMembers) => writeMembers(json));

    public static Task RequestsAsync(HttpResponse response, IReadOnlyList<RecordedRequest> requests, string token) =>
        ArrayAsync(response, requests, (json, request) =>
        {
            json.WriteNumber("ordinal", request.Ordinal);
            json.WriteString("provider", request.Provider?.Name);
            json.WriteString("operation", JsonNamingPolicy.CamelCase.ConvertName(request.Operation.ToString()));
            json.WriteString("protocol", request.Protocol);
            json.WriteString("method", request.Method);
            json.WriteString("path", request.Path);
            json.WriteString("query", request.Query);
            json.WriteStartObject("headers");
            foreach (var (name, value) in request.Headers)
                json.WriteString(name, SecretHeaders.Show(name, value, token));
            json.WriteEndObject();
            json.WriteString("body", request.Body);
            json.WriteBase64String("bodyBase64", request.BodyBytes.Span);
            if (request.Status is { } status)
                json.WriteNumber("status", status);
            else
                json.WriteNull("status");
            json.WriteString("fault", request.Fault is { } fault ? JsonNamingPolicy.CamelCase.ConvertName(fault.ToString()) : null);
        });

    private static async Task ArrayAsync<T>(HttpResponse response, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        response.ContentType = "application/json";
        var pipe = response.BodyWriter;
        await using var json = new Utf8JsonWriter(pipe, EmulatorJson.Writer);
        var flushed = 0L;
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
            if (json.BytesCommitted + json.BytesPending < flushed + FlushAt)
                continue;
            json.Flush();
            flushed = json.BytesCommitted;
            await pipe.FlushAsync();
        }

        json.WriteEndArray();
    }
}
