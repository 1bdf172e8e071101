using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Soak;

/// <summary>
/// Cells for all named faults of the emulator. Fifty faults of creates share a cell, each with an equal part of the share. A fault of
/// lists has a cell of its own, with creates whose result only the list can show.
/// </summary>
internal static class CatalogMenu
{
    private const int FaultsOfCell = 50;

    // The maximum number of faults that stop the run. The run is started again after each.
    private const int MostStops = 3;

    // The maximum number of responses with several megabytes.
    private const int MostLarge = 20;

    // Omitted here: no program could detect that the first row with this id has no customer of its own. AnswerMatrixTests covers it.
    private const string UndetectableFault = "sameId";

    public static IEnumerable<FaultCase> For(string provider, SoakOptions options)
    {
        var capabilities = PaymentProviders.Get(provider).Capabilities;
        var all = EmulatedProvider.Parse(provider).Faults;
        var creates = all.Where(fault => IsOfCreates(fault) && fault.Name != UndetectableFault && (capabilities.HonoursKey || fault.Name != "storedTwice"));
        foreach (var (number, faults) in creates.Chunk(FaultsOfCell).Index())
        {
            yield return new FaultCase($"creates{number + 1}", $"{faults[0].Name}…", [.. faults.Select(fault => Some(WithConsistentStorage(fault, provider), options.Share / faults.Length))])
            {
                Ends = true,
            };
        }

        var lost = all.First(fault => fault.Name == NameOfLost(capabilities)).Rules[0];
        foreach (var fault in all.Where(fault => !IsOfCreates(fault)))
            yield return new FaultCase(fault.Name, fault.Name, [Some(lost, options.Share), .. fault.Rules]) { Played = fault, Ends = true };
    }

    private static bool IsOfCreates(EmulatorFault fault) => fault is { Options: null, Rules: [{ Operation: EmulatedOperation.Create }] };

    /// <summary>A create whose result only a list can show: by key, by document, or by the key in a customer's metadata.</summary>
    private static string NameOfLost(ProviderCapabilities capabilities) => capabilities switch
    {
        { HonoursKey: false } => "lostThenNothing",
        { FindsByDocument: true } => "lostThen422",
        _ => "errorKept",
    };

    private static FaultRule Some(FaultRule rule, double share) => rule with
    {
        Which = FaultWhich.Probability,
        Probability = share,
        N = 1,
        Times = rule switch
        {
            { Code: 401 } or { RetryAfter: "86400" } => MostStops,
            { Message: FaultMessage.Huge } or { Change: "largeBody" or "tooLargeBody" } => MostLarge,
            _ => rule.Times,
        },
    };

    /// <summary>The fault as a consistent provider has it: a request that is rejected stores no customer.</summary>
    private static FaultRule WithConsistentStorage(EmulatorFault fault, string provider) =>
        fault.HasStorage && IsRefusal(fault.Rules[0], provider) ? fault.With(FaultStorage.Never)[0] : fault.Rules[0];

    private static bool IsRefusal(FaultRule rule, string provider) => rule.Change == "successFalse" || (rule.Kind == FaultKind.Status && rule.Code switch
    {
        408 or 409 or 423 or 425 or 499 => false,
        >= 400 and < 500 => true,
        // Dots includes "success": false in every error.
        >= 200 and < 300 => provider == "Dots",
        _ => false,
    });
}
