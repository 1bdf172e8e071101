using System.Collections;
using System.Management.Automation;
using System.Reflection;
using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// Script blocks that read fields from the rows (-Email { $_.Correo }). PowerShell would run them before it passes a row, and would
/// not pass rows whose script returns nothing or throws, so that those rows would be neither counted nor recorded. Therefore this
/// class removes them from the binder before the first row, and runs them for each row. The members that it needs are not public.
/// Where a PowerShell version does not have them, PowerShell runs the scripts.
/// </summary>
internal sealed class RowScripts
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly List<(CustomerField Field, ScriptBlock Script)> _scripts;

    private RowScripts(List<(CustomerField Field, ScriptBlock Script)> scripts) => _scripts = scripts;

    public bool IsEmpty => _scripts.Count == 0;

    /// <summary>Whether a script block reads a field from each row.</summary>
    public bool Contains(CustomerField field) => _scripts.Exists(known => known.Field == field);

    /// <summary>Takes the script blocks from a cmdlet before its first row.</summary>
    public static RowScripts Take(PSCmdlet cmdlet)
    {
        var scripts = new List<(CustomerField Field, ScriptBlock Script)>();
        if (Read(Read(Read(cmdlet, "Context"), "CurrentCommandProcessor"), "CmdletParameterBinderController") is not { } binder
            || Read(binder, "Command") != cmdlet || Read(binder, "_delayBindScriptBlocks") is not IDictionary waiting)
        {
            return new RowScripts(scripts);
        }

        foreach (DictionaryEntry entry in waiting)
        {
            if (!Enum.TryParse<CustomerField>(Read(Read(entry.Key, "Parameter"), "Name") as string, out var field)
                || Read(Read(entry.Value, "_argument"), "ArgumentValue") is not ScriptBlock script)
            {
                return new RowScripts([]);
            }

            scripts.Add((field, script));
        }

        waiting.Clear();
        return new RowScripts(scripts);
    }

    /// <summary>Runs the script blocks for a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="take">Receives the result of a script; null if it returns nothing.</param>
    /// <param name="refuse">Receives the error of a script.</param>
    public void Run(object? row, Action<CustomerField, string?> take, Action<CustomerField, string> refuse)
    {
        foreach (var (field, script) in _scripts)
        {
            try
            {
                var given = script.InvokeWithContext(null, [new PSVariable("_", row)]);
                take(field, given.Count switch
                {
                    0 => null,
                    1 => RowValues.Text(given[0]),
                    var count => throw new ArgumentException(Messages.SeveralValues(count)),
                });
            }
            catch (PipelineStoppedException)
            {
                throw;
            }
            // The message of a script's error may quote a value.
            catch (Exception e) when (e is RuntimeException or ArgumentException)
            {
                refuse(field, Messages.Unreadable(PersonalText.Mask((e as RuntimeException)?.ErrorRecord.Exception.Message ?? e.Message)));
            }
        }
    }

    /// <summary>The value of a property or field, public or not; null if it does not exist.</summary>
    private static object? Read(object? of, string member)
    {
        for (var type = of?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetProperty(member, Any | BindingFlags.DeclaredOnly)?.GetMethod is { } getter)
                return getter.Invoke(of, null);
            if (type.GetField(member, Any | BindingFlags.DeclaredOnly) is { } field)
                return field.GetValue(of);
        }

        return null;
    }
}
