using System.Management.Automation;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Reads customers: one by its id, or the list.</summary>
[Cmdlet(VerbsCommon.Get, "PaymentCustomer", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(PaymentCustomer))]
public sealed class GetPaymentCustomerCommand : ConnectedCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary>The provider's id.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [CustomerId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>Only customers with this e-mail address.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Email { get; set; }

    /// <summary>Only customers with this telephone number.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Phone { get; set; }

    /// <summary>Only customers with this document number (OnePay).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? DocumentNumber { get; set; }

    /// <summary>Only customers of this user (Dots).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? UserId { get; set; }

    private CustomerFilter Filter => new() { Email = Email, Phone = Phone, DocumentNumber = CustomerFilter.AsSent(DocumentNumber), UserId = UserId };

    private protected override void Begin()
    {
        base.Begin();
        Filter.Check(Client.Provider);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sender = RequestSender.Alone(Client, MaximumRetryCount);
        if (ParameterSetName == ListSet)
        {
            WriteList(new CustomerList(Client, sender));
            return;
        }

        var reader = new CustomerReader(Client, sender);
        foreach (var id in Id)
        {
            if (CustomerIdAttribute.TypeOfOther(id) is { } type)
            {
                WriteError(InputErrors.NotAnId(type), null);
                continue;
            }

            try
            {
                WriteObject(Await(reader.RetrieveAsync(id, Cancellation)));
            }
            catch (PaymentException e)
            {
                WriteError(e, id);
            }
        }
    }

    private void WriteList(CustomerList list)
    {
        var filter = Filter;
        var skip = PagingParameters.Skip;
        var left = PagingParameters.First;
        var isFirstPage = true;
        var pages = list.PagesAsync(filter, Cancellation).GetAsyncEnumerator(Cancellation);
        try
        {
            while ((left > 0 || isFirstPage) && Await(pages.MoveNextAsync().AsTask()))
            {
                if (isFirstPage && PagingParameters.IncludeTotalCount)
                    WriteTotal(filter, pages.Current);
                isFirstPage = false;
                var customers = pages.Current.Customers;
                if (skip == 0 && (ulong)customers.Count <= left)
                {
                    left -= (ulong)customers.Count;
                    WriteObject(customers, enumerateCollection: true);
                    continue;
                }

                foreach (var customer in customers)
                {
                    if (skip > 0)
                    {
                        skip--;
                        continue;
                    }

                    if (left == 0)
                        return;
                    left--;
                    WriteObject(customer);
                }
            }
        }
        catch (PaymentException e)
        {
            WriteError(e, null);
        }
        finally
        {
            // Also when the pipeline needs no more output: cancel the page that is being requested.
            pages.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Writes the total number. The provider counts all customers, so that the number is not known with a filter, or if the provider does not count.</summary>
    private void WriteTotal(CustomerFilter filter, CustomerPage page)
    {
        var total = filter == CustomerFilter.None ? page.Total : null;
        WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0.0 : 1.0));
    }
}
