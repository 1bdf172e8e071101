using System.CommandLine;

namespace PaymentCustomers.Cli.Commands;

/// <summary>What is checked of several commands' options.</summary>
internal static class CommandChecks
{
    /// <summary>Refuses an argument without a value, as options.</summary>
    public static void RefuseBlank(this Argument<string> argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{argument.Name}: it was given without a value.");
    });

    /// <summary>Refuses options without a value: a variable that nobody set would mean another account or another place.</summary>
    public static void RefuseBlank(this Command command, params Option<string?>[] options) => command.Validators.Add(result =>
    {
        foreach (var option in options)
        {
            if (result.GetResult(option) is not null && string.IsNullOrWhiteSpace(result.GetValue(option)))
                result.AddError($"{option.Name}: the value is empty.");
        }
    });
}
