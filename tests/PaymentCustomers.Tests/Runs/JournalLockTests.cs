using System.Diagnostics;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>A journal can be written by one run at a time, and can be read by others meanwhile.</summary>
public sealed class JournalLockTests : RunTest
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private Target Target => OnePay(Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers));

    [Fact]
    public async Task A_journal_can_be_read_while_a_run_writes_it()
    {
        await using var journal = FileJournal.Open(JournalPath, Target.Connection);
        var claim = await journal.ClaimAsync(1, "k");
        journal.Hurry();
        await claim.Recorded;

        Assert.Equal(KeyState.Started, Assert.Single(JournalReader.ReadLast(JournalPath)).State);
    }

    [Fact]
    public async Task A_reader_does_not_prevent_a_run_from_opening_the_journal()
    {
        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();
        using var reader = JournalFile.OpenToRead(JournalPath);

        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();
    }

    [Fact]
    public void A_run_does_not_start_where_files_cannot_be_locked()
    {
        SkipOnWindows();
        var error = Refused(new JournalOptions { TryLock = _ => throw new IOException("No locks available") });

        Assert.Contains("cannot be locked", error.Message, StringComparison.Ordinal);
        Assert.Contains("No locks available", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_does_not_start_where_locks_are_not_enforced()
    {
        SkipOnWindows();

        Assert.Contains("does not enforce them", Refused(new JournalOptions { TryLock = _ => true }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_is_locked_even_if_NET_is_configured_not_to_lock_files()
    {
        SkipOnWindows();
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        await using var journal = FileJournal.Open(JournalPath, OnePay(server).Connection);
        var input = Path.ChangeExtension(JournalPath, ".csv");
        await File.WriteAllTextAsync(input, "first_name,last_name,email,enable_notifications\nAna,Gil,ana@example.com,false\n", Cancel);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "out", "cli", "payment-customers.dll"), "import", input, "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--journal", JournalPath])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
        start.Environment["ONEPAY_API_KEY"] = Runs.Target.OnePaySecret;

        using var second = Process.Start(start)!;
        var errors = await second.StandardError.ReadToEndAsync(Cancel);
        await second.WaitForExitAsync(Cancel);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("is in use by another run", errors, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_stops_if_its_journal_is_removed_or_replaced(bool isReplaced)
    {
        SkipOnWindows();
        var server = Serve(request =>
        {
            if (request.Person != 5)
                return Answer.Customer(request.Person);
            File.Move(JournalPath, JournalPath + ".away");
            if (isReplaced)
                File.WriteAllText(JournalPath, "");
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(30), JournalPath, OneByOne with { Window = 1 }, Cancel);

        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Contains("deleted or replaced", report.Stopped.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal((5, 25), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent]));
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_new_or_existing_journal()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no such modes there.");
            return;
        }

        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();
        Assert.Equal(Owner, File.GetUnixFileMode(JournalPath));
        File.SetUnixFileMode(JournalPath, Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);

        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();

        Assert.Equal(Owner, File.GetUnixFileMode(JournalPath));
    }

    [Fact]
    public async Task A_file_has_the_same_identity_under_every_name()
    {
        await File.WriteAllTextAsync(JournalPath, "a", Cancel);
        File.Copy(JournalPath, JournalPath + ".copy");
        File.CreateSymbolicLink(JournalPath + ".link", JournalPath);

        Assert.NotNull(NativeFiles.IdentityOf(JournalPath));
        Assert.Equal(NativeFiles.IdentityOf(JournalPath), NativeFiles.IdentityOf(JournalPath + ".link"));
        Assert.NotEqual(NativeFiles.IdentityOf(JournalPath), NativeFiles.IdentityOf(JournalPath + ".copy"));
        Assert.Null(NativeFiles.IdentityOf(JournalPath + ".none"));
        using var file = File.OpenHandle(JournalPath);
        Assert.Equal(NativeFiles.IdentityOf(JournalPath), NativeFiles.IdentityOf(file));
    }

    [Fact]
    public async Task The_error_after_a_change_of_the_key_says_how_to_continue()
    {
        const string header = """{"format":"payment-customers-journal","version":1,"provider":"OnePay","environment":"Sandbox","account":"0123456789ab"}""";
        await File.WriteAllTextAsync(JournalPath, header + "\n", Cancel);

        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, Target.Connection)).Error;

        Assert.Equal(PaymentErrorId.JournalMismatch, error.Id);
        Assert.Contains("belongs to another account: 0123456789ab, not", error.Message, StringComparison.Ordinal);
        Assert.Contains("add -Account 0123456789ab (--account 0123456789ab)", error.RecommendedAction, StringComparison.Ordinal);
    }

    private PaymentError Refused(JournalOptions options)
    {
        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, Target.Connection, options)).Error;
        Assert.Equal(PaymentErrorId.JournalFailed, error.Id);
        return error;
    }

    private static void SkipOnWindows()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("On Windows the system holds the lock, and nobody can take an open file away.");
    }
}
