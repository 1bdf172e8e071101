using System.Collections.Immutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>Parameters that PowerShell adds to cmdlets that declare support for them.</summary>
internal static class StandardParameters
{
    private static readonly ImmutableArray<ParameterShape> OfChange = [Parameter("WhatIf", "SwitchParameter", "wi"), Parameter("Confirm", "SwitchParameter", "cf")];

    private static readonly ImmutableArray<ParameterShape> OfPaging =
        [Parameter("IncludeTotalCount", "SwitchParameter"), Parameter("Skip", "UInt64"), Parameter("First", "UInt64")];

    public static IEnumerable<ParameterShape> Of(CmdletShape cmdlet) =>
        [.. cmdlet.SupportsPaging ? OfPaging : [], .. cmdlet.SupportsShouldProcess ? OfChange : []];

    private static ParameterShape Parameter(string name, string type, params string[] aliases) =>
        new(name, type) { Aliases = [.. aliases], Sets = [new ParameterSetShape(ParameterSetShape.All)] };
}
