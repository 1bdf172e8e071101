using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Runs a few rows against an emulator that gives one of them a wrong answer, and compares the outcomes with what the
/// emulator stored.</summary>
public abstract class AnswerTest : RunTest
{
    // Each combination uses other people. An answer that arrives late would otherwise match the same person in the next one.
    private int _cell;

    protected static TimeSpan Pause { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Starts a combination with an emulator without customers and faults, and without a journal.</summary>
    protected void BeginCell(ProviderEmulator emulator)
    {
        emulator.SetFaults();
        emulator.Store.Clear();
        File.Delete(JournalPath);
        SkipWaits();
        _cell++;
    }

    protected string EmailOf(int row) => $"row{PersonOf(row)}@example.com";

    protected int PersonOf(int row) => (10 * _cell) + row;

    private protected Target TargetOf(ProviderEmulator emulator, string provider) => provider switch
    {
        "Dots" => Dots(emulator),
        "OnePay" => OnePay(emulator),
        _ => Target.Stripe(emulator.BaseUriOf(EmulatedProvider.Parse(provider)), Clock),
    };

    /// <summary>The ids of the customers that the provider stored for a row.</summary>
    protected IReadOnlyList<string> Stored(ProviderEmulator emulator, string provider, int row)
    {
        var email = EmailOf(row);
        return provider switch
        {
            "Dots" => [.. emulator.Store.DotsCustomers.Where(customer => customer.Fields.Email == email).Select(customer => customer.Id)],
            "OnePay" => [.. emulator.Store.OnePayCustomers.Where(customer => customer.Fields.Email == email).Select(customer => customer.Id)],
            _ => [.. emulator.Store.StripeCustomers.Where(customer => customer.Fields.Email == email).Select(customer => customer.Id)],
        };
    }

    private protected static bool IsThere(DraftOutcome outcome) => outcome.Outcome is CustomerOutcome.Created or CustomerOutcome.Existing;

    /// <summary>What is wrong with a row's outcome, given what the provider stored; null if nothing is.</summary>
    private protected static string? Wrong(DraftOutcome outcome, IReadOnlyList<string> stored) => outcome.Outcome switch
    {
        CustomerOutcome.Created or CustomerOutcome.Existing when stored.Count == 0 => "is not stored",
        CustomerOutcome.Created or CustomerOutcome.Existing when !stored.Contains(outcome.Customer!.Id!) => $"is told to be {outcome.Customer.Id}, which is another's",
        CustomerOutcome.Failed or CustomerOutcome.NotSent when stored.Count > 0 => $"is stored: {outcome.Error!.Message}",
        _ => null,
    };
}
