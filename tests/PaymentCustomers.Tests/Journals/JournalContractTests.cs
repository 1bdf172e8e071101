using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Postgres;

namespace PaymentCustomers.Tests.Journals;

public sealed class MemoryJournalContractTests : JournalContract
{
    private protected override Task<IJournal> OpenAsync(PaymentConnection connection, JournalOptions options) => Task.FromResult<IJournal>(new MemoryJournal());

    private protected override Task CrashAsync(IJournal journal) => Task.CompletedTask;
}

public sealed class FileJournalContractTests : JournalContract
{
    private protected override Task<IJournal> OpenAsync(PaymentConnection connection, JournalOptions options) =>
        JournalOpening.OpenAsync(JournalPath, connection, options, Cancel);

    // Disposing of a file journal writes nothing more.
    private protected override Task CrashAsync(IJournal journal) => journal.DisposeAsync().AsTask();
}

[Collection(PostgresTests.Name)]
public sealed class PostgresJournalContractTests(PostgresFixture postgres) : JournalContract
{
    private readonly string _run = $"contract-{Guid.NewGuid():N}";

    private protected override Task<IJournal> OpenAsync(PaymentConnection connection, JournalOptions options) =>
        JournalOpening.OpenAsync(postgres.Server.Address(_run), connection, options, Cancel);

    private protected override async Task CrashAsync(IJournal journal)
    {
        // The worker is no longer heard of, and its lease has ended.
        await postgres.Server.ExecuteAsync($"UPDATE payment_customers.workers SET lease = now() - interval '1 s' WHERE worker = '{((PostgresJournal)journal).Worker}'");
    }
}
