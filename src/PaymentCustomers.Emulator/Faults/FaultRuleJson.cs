using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCustomers.Emulator;

/// <summary>Reads and writes rules as JSON, and checks them.</summary>
internal static class FaultRuleJson
{
    public static IReadOnlyList<FaultRule> Read(ReadOnlySpan<byte> json)
    {
        var rules = EmulatorJson.Read<FaultRule[]>(json, "faults");
        Check(rules);
        return rules;
    }

    public static JsonArray Write(IEnumerable<FaultStatus> faults) => new([.. faults.Select(Write)]);

    /// <exception cref="ArgumentException">A value is out of range. The message names it.</exception>
    public static void Check(IReadOnlyList<FaultRule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not { } rule)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"faults[{i}]: null."));
            if ((Problem(rule) ?? Problem(rule, rule.Provider)) is { } problem)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"faults[{i}]: {problem}"));
            for (var j = 0; j < rule.Then.Count; j++)
            {
                if ((rule.Then[j] is { } step ? Problem(step, rule.Provider) : "null.") is { } wrong)
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"faults[{i}].then[{j}]: {wrong}"));
            }
        }
    }

    private static JsonObject Write(FaultStatus fault)
    {
        var rule = JsonSerializer.SerializeToNode(fault.Rule, EmulatorJson.Serializer)!.AsObject();
        rule["matched"] = fault.Matched;
        rule["applied"] = fault.Applied;
        return rule;
    }

    private static string? Problem(FaultRule rule) => rule switch
    {
        { N: < 1 } => "n must be at least 1.",
        { Probability: not (>= 0 and <= 1) } => "probability must be 0 to 1.",
        { Which: FaultWhich.Probability, Probability: 0 } => "probability must be given with which = probability.",
        { Times: < 0 } => "times must not be negative.",
        _ => null,
    };

    private static string? Problem(Fault fault, EmulatedProvider? provider) => fault switch
    {
        { Code: < 100 or > 599 } => "code must be 100 to 599.",
        { Code: < 200, Kind: not FaultKind.Status } => "code must be 200 to 599 with all kinds but status.",
        { HoldMs: < 0 } => "holdMs must not be negative.",
        { DripMs: < 0 } => "dripMs must not be negative.",
        { DelayMs: < 0 } => "delayMs must not be negative.",
        { Repeat: < 0 } => "repeat must not be negative.",
        { RetryAfter: { } text } when text.Any(c => c is < ' ' or > '~') => "retryAfter must be printable ASCII.",
        { Headers: { } headers } when headers.Any(header => !IsHeader(header)) => "headers must have names of letters, digits and hyphens, and printable ASCII as values.",
        { Headers: not null, Kind: not (FaultKind.Status or FaultKind.Html or FaultKind.Garbage or FaultKind.Altered) } =>
            "headers go with kind = status, html, garbage and altered.",
        { Kind: FaultKind.Raw, Body: null } => "body must be given with kind = raw.",
        { Message: not null, Kind: not FaultKind.Status } => "message goes with kind = status.",
        { Kind: FaultKind.Altered } => ChangeProblem(fault.Change, provider),
        { Change: not null } => "change goes with kind = altered.",
        _ => null,
    };

    private static bool IsHeader(KeyValuePair<string, string> header) =>
        header.Key.Length > 0
        && header.Key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && header.Value is { } value && value.All(c => c is >= ' ' and <= '~');

    private static string? ChangeProblem(string? change, EmulatedProvider? provider)
    {
        var known = ProviderList.All
            .Where(definition => provider is null || definition.Provider == provider)
            .SelectMany(definition => definition.Changes.Select(item => item.Name))
            .Distinct();
        return known.Contains(change) ? null : $"change must be one of {string.Join(", ", known)}.";
    }
}
