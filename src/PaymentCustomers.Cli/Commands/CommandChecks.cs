using System.CommandLine;

namespace PaymentCustomers.Cli.Commands;

/// <summary>Checks of options that several commands share.</summary>
internal static class CommandChecks
{
    /// <summary>Rejects an argument with an empty value.</summary>
    public static void RefuseBlank(this Argument<string> argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{argument.Name}: it was given without a value.");
    });

    /// <summary>Rejects options with an empty value. It usually comes from an unset variable, and a default instead could mean another account or path.</summary>
    public static void RefuseBlank(this Command command, params Option<string?>[] options) => command.Validators.Add(result =>
    {
        foreach (var option in options)
        {
            if (result.GetResult(option) is not null && string.IsNullOrWhiteSpace(result.GetValue(option)))
                result.AddError($"{option.Name}: the value is empty.");
        }
    });
}
