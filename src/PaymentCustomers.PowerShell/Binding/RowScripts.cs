using System.Collections;
using System.Management.Automation;
using System.Reflection;
using PaymentCustomers.Engine.Privacy;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>
/// The script blocks that take fields out of the rows (-Email { $_.Correo }). PowerShell would run them before it hands a
/// row over, and hand over none whose script gives nothing or throws: such a row would be in no count and no record. So
/// they are taken from it before the first row, and run with the row in hand. What that needs is not public: where a
/// PowerShell does not have it, PowerShell runs them.
/// </summary>
internal sealed class RowScripts
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly List<(CustomerField Field, ScriptBlock Script)> _scripts;

    private RowScripts(List<(CustomerField Field, ScriptBlock Script)> scripts) => _scripts = scripts;

    public bool IsEmpty => _scripts.Count == 0;

    /// <summary>Whether a field is taken out of each row by a script block.</summary>
    public bool Contains(CustomerField field) => _scripts.Exists(known => known.Field == field);

    /// <summary>Takes the script blocks of fields from a cmdlet that has not begun.</summary>
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

    /// <summary>Runs the script blocks over a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="take">Takes what a script gives; null where it gives nothing.</param>
    /// <param name="refuse">Takes what is wrong with it.</param>
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
            // What a script says of a value may quote it.
            catch (Exception e) when (e is RuntimeException or ArgumentException)
            {
                refuse(field, Messages.Unreadable(PersonalText.Mask((e as RuntimeException)?.ErrorRecord.Exception.Message ?? e.Message)));
            }
        }
    }

    /// <summary>The value of a property or field, public or not; null if there is none.</summary>
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
