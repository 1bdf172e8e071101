using System.Management.Automation;
using System.Security;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>The members that the linked parameter files of the real cmdlets need, for a cmdlet that does nothing.</summary>
public abstract partial class RowCmdlet : PSCmdlet
{
    private protected const string RowSet = "Row";
    private protected const string FieldSet = "Field";

    /// <summary>The row.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>A placeholder for the real parameter, like all parameters below.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnsupportedField { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    [ValidateSet("Valid", "Possible")]
    public string PhoneCheck { get; set; } = "Valid";

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public SwitchParameter MaskPersonalData { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public object? Connection { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public string? DateFormat { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    [ValidateSet("Refuse", "Leave")]
    public string? IncompleteAddress { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public string? Provider { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public SecureString? ApiKey { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public ConfirmImpact? Environment { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public string? AppId { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public string? Account { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <inheritdoc cref="IgnoreUnsupportedField"/>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }
}
