using System.CommandLine;

namespace PaymentCustomers.Cli.Commands;

/// <summary>What is checked of several commands' options.</summary>
internal static class CommandChecks
{
    /// <summary>Refuses options without a value: a variable that nobody set would mean another account or another place.</summary>
    public static void RefuseBlank(this Command command, params Option<string?>[] options) => command.Validators.Add(result =>
    {
        foreach (var option in options)
        {
            if (result.GetResult(option) is not null && string.IsNullOrWhiteSpace(result.GetValue(option)))
                result.AddError($"{option.Name}: it was given without a value.");
        }
    });
}
