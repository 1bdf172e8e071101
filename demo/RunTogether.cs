using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Build.Framework;

/// <summary>Runs `dotnet` commands side by side, says what they say as they say it, and says that they go on when they say nothing.</summary>
public class RunTogether : Microsoft.Build.Utilities.Task
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(4);

    private static readonly Regex Summary = new Regex(@"^\s*(Build succeeded\.|0 Warning\(s\)|0 Error\(s\)|Time Elapsed .*)\s*$");

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly object _gate = new object();
    private TimeSpan _lastWord;

    /// <summary>The arguments of each, and as its Title what people call it.</summary>
    public ITaskItem[] Commands { get; set; }

    /// <summary>Where they run.</summary>
    public string Folder { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var running = Commands.ToDictionary(command => command.GetMetadata("Title"), command => Task.Run(() => Run(command)));
        var all = Task.WhenAll(running.Values);
        while (!all.Wait(250))
        {
            if (_clock.Elapsed - _lastWord > LongestSilence)
                Say("still at work: " + string.Join(", ", running.Where(one => !one.Value.IsCompleted).Select(one => one.Key)));
        }

        return all.Result.All(succeeded => succeeded);
    }

    private bool Run(ITaskItem command)
    {
        var label = command.GetMetadata("Title");
        var said = new List<string>();
        var start = new ProcessStartInfo("dotnet", command.ItemSpec)
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Those of the build that this is part of.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using (var process = Process.Start(start))
        {
            DataReceivedEventHandler hear = (_, line) => Hear(label, said, line.Data);
            process.OutputDataReceived += hear;
            process.ErrorDataReceived += hear;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            if (process.ExitCode != 0)
                Log.LogError("`dotnet " + command.ItemSpec + "` failed:" + Environment.NewLine + string.Join(Environment.NewLine, said));
            return process.ExitCode == 0;
        }
    }

    private void Hear(string label, List<string> said, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (said)
            said.Add(line);
        // What is the same for every build that succeeds is left out.
        if (Summary.IsMatch(line))
            return;
        // The project that is ready, and not where it lies.
        var end = line.IndexOf(" -> ", StringComparison.Ordinal);
        Say(label + ": " + (end < 0 ? line.Trim() : line.Substring(0, end).Trim() + " is built"));
    }

    private void Say(string text)
    {
        lock (_gate)
        {
            _lastWord = _clock.Elapsed;
            Log.LogMessage(MessageImportance.High, "{0,4:0} s  {1}", _clock.Elapsed.TotalSeconds, text);
        }
    }
}
