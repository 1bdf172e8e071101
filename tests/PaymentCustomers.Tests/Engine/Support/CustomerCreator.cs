using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Runs a single row, which is sent once, and returns its outcome.</summary>
internal sealed class CustomerCreator(ProviderClient client)
{
    public async Task<DraftOutcome> CreateAsync(PreparedDraft draft, CancellationToken cancellation)
    {
        await using var run = new CustomerRun(client, new RunOptions { MaximumRetryCount = 0 }, journal: null, cancellation);
        run.Submit(draft);
        await run.WaitAsync();
        Assert.True(run.TryTake(out var outcome));
        return outcome;
    }
}
