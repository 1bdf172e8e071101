using System.CommandLine;
using System.Globalization;
using PaymentCustomers.Cli.Import;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers delete</c>.</summary>
internal sealed class DeleteCommand : CustomerCommand
{
    private readonly Argument<string[]> _ids;

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask for confirmation." };

    public DeleteCommand(CliHost host)
        : base(host, "delete", "Delete customers by their ids. Shows the customers and asks for confirmation first.")
    {
        _ids = Ids();
        Add(_ids);
        Add(_yes);
    }

    protected override async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var asks = !result.GetValue(_yes);
        if (asks && !(Host.IsKeyboard && Host.IsTerminal))
            throw new CliException("Deleting customers needs a confirmation, which is not possible in a session that is not interactive. Nothing was deleted.", "To delete without a confirmation, use --yes.");
        var (client, sender) = await OpenAsync(result, cancellation);
        if (!client.Provider.Capabilities.CanDelete)
            throw new CliException(ProviderErrors.OperationUnsupported(client.Provider, ProviderOperation.Delete).Message, $"Nothing was sent. {client.Provider.Name} keeps its customers.");
        var ids = result.GetRequiredValue(_ids).Distinct().ToArray();
        if (asks && !await ConfirmAsync(new CustomerReader(client, sender), client.Provider, ids, cancellation))
            throw new CliException("Nothing was deleted.");
        return await DeleteAsync(new CustomerRemover(client, sender), client.Provider, ids, cancellation);
    }

    private async Task<int> DeleteAsync(CustomerRemover remover, PaymentProvider provider, string[] ids, CancellationToken cancellation)
    {
        var deleted = 0;
        var failed = 0;
        foreach (var id in ids)
        {
            try
            {
                await remover.DeleteAsync(id, cancellation);
                deleted++;
                CliHost.Tell(() => Host.Out.WriteLine($"Deleted {Printable.Line(id)}."));
            }
            // If the key is wrong, it is wrong for all ids.
            catch (PaymentException e) when (deleted > 0 || e.Error.Id != PaymentErrorId.AuthenticationFailed)
            {
                failed++;
                Host.Fail(e.Message, Advice.For(e.Error, provider, Name));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                Host.Fail(string.Create(CultureInfo.InvariantCulture, $"Stopped. {deleted:N0} of {ids.Length:N0} customers were deleted. It is not known whether {id} was deleted."), "Run the same command again. Customers that are already deleted are reported as not found.");
                return ExitCode.Stopped;
            }
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <summary>Asks for confirmation and describes the customers, because an id alone does not tell who would be deleted.</summary>
    private async Task<bool> ConfirmAsync(CustomerReader reader, PaymentProvider provider, string[] ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            var who = "";
            try
            {
                who = CustomerDescription.Of(await reader.RetrieveAsync(id, cancellation));
            }
            catch (PaymentException e) when (e.Error.Id == PaymentErrorId.CustomerNotFound)
            {
                who = "not found";
            }

            await Host.Out.WriteLineAsync(Printable.Line(who.Length == 0 ? $"  {id}" : $"  {id}  {who}"));
        }

        await Host.Out.WriteAsync(ids.Length == 1 ? $"Delete this customer at {provider.Name}? [y/N] " : string.Create(CultureInfo.InvariantCulture, $"Delete these {ids.Length:N0} customers at {provider.Name}? [y/N] "));
        await Host.Out.FlushAsync(cancellation);
        return Host.IsYes();
    }
}
