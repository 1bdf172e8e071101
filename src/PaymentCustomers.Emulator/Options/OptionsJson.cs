using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator;

/// <summary>Options as JSON. They can be read, and changed in part while the emulator runs.</summary>
internal static class OptionsJson
{
    private static readonly string[] Fixed = ["port", "silentPort", "certificatePath"];

    public static JsonObject ToJson(EmulatorOptions options) =>
        JsonSerializer.SerializeToNode(options, EmulatorJson.Serializer)!.AsObject();

    public static EmulatorOptions Patch(EmulatorOptions current, string json)
    {
        var patch = EmulatorJson.Read<JsonObject>(Encoding.UTF8.GetBytes(json), "options");
        var merged = ToJson(current);
        var unknown = patch.Select(p => p.Key).Where(name => !merged.ContainsKey(name)).ToArray();
        if (unknown.Length > 0)
            throw new ArgumentException($"Unknown option: {string.Join(", ", unknown)}. Known: {string.Join(", ", merged.Select(p => p.Key))}.");
        if (patch.Select(p => p.Key).FirstOrDefault(Fixed.Contains) is { } name)
            throw new ArgumentException($"{name} cannot be changed after the start.");

        foreach (var (key, value) in patch)
            merged[key] = value?.DeepClone();
        var changed = EmulatorJson.Read<EmulatorOptions>(Encoding.UTF8.GetBytes(merged.ToJsonString()), "options") with
        {
            TimeProvider = current.TimeProvider,
            Faults = current.Faults,
        };
        Check(changed);
        return changed;
    }

    /// <exception cref="ArgumentException">A value is out of range. The message names it.</exception>
    public static void Check(EmulatorOptions options)
    {
        Require(options.Port is >= 0 and <= 65535, "port must be 0 to 65535.");
        Require(options.SilentPort is null or (>= 0 and <= 65535), "silentPort must be 0 to 65535.");
        Require(options.RequestsPerSecond is null or > 0, "requestsPerSecond must be at least 1.");
        Require(options.ListLagMs >= 0, "listLagMs must not be negative.");
        Require(options.ListCap is null or >= 0, "listCap must not be negative.");
        Require(options.LatencyMs >= 0, "latencyMs must not be negative.");
        foreach (var provider in ProviderList.All)
        {
            if (provider.Problem(options) is { } problem)
                throw new ArgumentException(problem);
        }

        FaultRuleJson.Check(options.Faults);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new ArgumentException(message);
    }
}
