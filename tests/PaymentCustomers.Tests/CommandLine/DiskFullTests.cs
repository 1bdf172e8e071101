using System.Diagnostics;
using System.Globalization;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>The files of the program may not grow beyond a size, as on a full disk. The limit belongs to the program's process, so
/// that no special rights are needed.</summary>
public sealed class DiskFullTests : CommandLineTest
{
    private const int Kilobyte = 1024;
    private const string Notes = "notes";

    [Fact]
    public async Task A_journal_on_a_full_disk_stops_the_run_and_the_same_command_continues_it()
    {
        SkipWithoutLimits();
        var path = Save("in.csv", [Header, .. Enumerable.Range(0, 400).Select(Row)]);

        var run = await ImportWithinAsync(32 * Kilobyte, path);
        var again = await ImportWithinAsync(null, path);

        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"The run stopped: The journal '.*' could not be written, so nothing more was sent\. Specified file length was too large for the file system\. Check", run.Output);
        Assert.Equal(400, Count(run, "Created") + Count(run, "Unknown") + Count(run, "Not sent"));
        Assert.InRange(Count(run, "Not sent"), 1, 399);
        AssertDone(again, 400);
    }

    [Fact]
    public async Task A_results_file_on_a_full_disk_stops_the_run_and_is_left_as_a_partial_file()
    {
        SkipWithoutLimits();
        var path = Save("in.csv", [$"{Header},{Notes}", .. Enumerable.Range(0, 300).Select(row => $"{Row(row)},{new string('x', 1000)}")]);

        var run = await ImportWithinAsync(96 * Kilobyte, path);
        var left = FileNames();
        var again = await ImportWithinAsync(null, path);

        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"The run stopped: .*'in\.created\.csv' could not be written completely: .* The rows that were written are in '.*in\.created\.csv\.partial'\.", run.Output);
        // There was no space for the rejects of the rows that were not sent either.
        Assert.Matches(@"'in\.rejects\.csv' could not be written completely: ", run.Output);
        Assert.Equal(300, Count(run, "Created") + Count(run, "Unknown") + Count(run, "Not sent"));
        Assert.InRange(Count(run, "Not sent"), 1, 299);
        Assert.DoesNotContain("in.created.csv", left);
        Assert.DoesNotContain("in.rejects.csv", left);
        Assert.DoesNotContain("Rows with their customer", run.Output, StringComparison.Ordinal);
        AssertDone(again, 300);
    }

    [Fact]
    public async Task A_rejects_file_on_a_full_disk_stops_the_run_and_the_same_command_continues_it()
    {
        SkipWithoutLimits();
        var bad = Enumerable.Range(0, 300).Select(row => $"{Row(row).Replace('@', ' ')},{new string('x', 1000)}");
        var path = Save("in.csv", [$"{Header},{Notes}", .. bad, $"{Row(300)},x"]);

        var run = await ImportWithinAsync(96 * Kilobyte, path);
        var again = await ImportWithinAsync(null, path);

        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"The run stopped: .*'in\.rejects\.csv' could not be written completely: ", run.Output);
        Assert.Equal(301, Count(run, "Failed") + Count(run, "Created") + Count(run, "Not sent"));
        Assert.Equal(1, again.ExitCode);
        Assert.Equal((300, 1), (Count(again, "Failed"), Count(again, "Created")));
        Assert.Equal(301, LinesOf("in.rejects.csv").Length);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    private static string Row(int number) => string.Create(
        CultureInfo.InvariantCulture, $"natural,Ana,Peña,ana{number}@example.com,+573001{number:D6},CC,{1060500000 + number},false");

    private static int Count(Run run, string name) =>
        int.Parse(run.Lines.Single(line => line.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiDigit(line[^1]))[name.Length..], CultureInfo.InvariantCulture);

    private static void SkipWithoutLimits() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs the limits of a Linux process.");

    private void AssertDone(Run run, int rows)
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(rows, Count(run, "Created"));
        Assert.Equal(rows, Emulator.Store.OnePayCount);
        Assert.Equal(rows + 1, LinesOf("in.created.csv").Length);
        Assert.DoesNotContain(FileNames(), name => name.EndsWith(".partial", StringComparison.Ordinal));
    }

    private async Task<Run> ImportWithinAsync(int? bytes, string path)
    {
        var limit = bytes is null ? "" : string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {bytes / Kilobyte}; ");
        var start = new ProcessStartInfo("bash",
        [
            "-c", $"{limit}exec dotnet \"$@\"", "bash", Path.Combine(Repository.Root, "out", "cli", "payment-customers.dll"),
            "import", path, "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // .NET keeps its code in a file in memory, and the limit would also apply to it.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["ONEPAY_API_KEY"] = Key;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancelled);
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return new Run(process.ExitCode, WithoutFolder(await output), WithoutFolder(await errors));
    }

    private string WithoutFolder(string text) => text.Replace(PathOf("x")[..^1], "", StringComparison.Ordinal);
}
