using System.Management.Automation;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Deletes customers.</summary>
[Cmdlet(VerbsCommon.Remove, "PaymentCustomer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemovePaymentCustomerCommand : ConnectedCmdlet
{
    /// <summary>The provider's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [CustomerId]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    private protected override void Begin()
    {
        if (!Client.Provider.Capabilities.CanDelete)
            throw ProviderErrors.OperationUnsupported(Client.Provider, ProviderOperation.Delete);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var remover = new CustomerRemover(Client, RequestSender.Alone(Client, MaximumRetryCount));
        foreach (var id in Id)
        {
            if (CustomerIdAttribute.TypeOfOther(id) is { } type)
            {
                WriteError(InputErrors.NotAnId(type), null);
                continue;
            }

            if (!ShouldProcess(id, Messages.DeleteAt(ActiveConnection)))
                continue;
            try
            {
                Await(remover.DeleteAsync(id, Cancellation));
            }
            catch (PaymentException e)
            {
                WriteError(e, id);
            }
        }
    }
}
