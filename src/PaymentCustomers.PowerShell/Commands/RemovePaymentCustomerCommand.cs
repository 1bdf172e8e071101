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
    [ArgumentCompleter(typeof(NoFilesCompleter))]
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

            if (!ShouldProcess(Describe(id), Messages.DeleteAt(ActiveConnection)))
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

    /// <summary>Describes the customer for the confirmation prompt, because an id alone does not tell the user who it is.</summary>
    private string Describe(string id)
    {
        if (!IsAsked())
            return id;
        try
        {
            var customer = Await(new CustomerReader(Client, RequestSender.Alone(Client, MaximumRetryCount)).RetrieveAsync(id, Cancellation));
            return CustomerDescription.Of(customer) is { Length: > 0 } who ? $"{id} ({who})" : id;
        }
        catch (PaymentException e) when (e.Error.Id is not PaymentErrorId.AuthenticationFailed)
        {
            // Errors are reported when the customer is deleted.
            return id;
        }
    }

    private bool IsAsked() =>
        Preference("WhatIf", "WhatIfPreference") is SwitchParameter { IsPresent: true } or true
        || (Preference("Confirm", "ConfirmPreference") is not (SwitchParameter { IsPresent: false } or ConfirmImpact.None or "None"));
}
