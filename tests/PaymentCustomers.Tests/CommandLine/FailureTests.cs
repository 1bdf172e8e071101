using System.Net;
using System.Net.Sockets;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class FailureTests : CommandLineTest
{
    [Fact]
    public async Task An_authentication_error_stops_the_run_and_the_remaining_rows_are_not_sent()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401, Which = FaultWhich.Nth, N = 2 });

        var run = await ImportAsync(Save("in.csv", Header, Ana, Luis, Eva, BadEmail), "--rejects", PathOf("rejects.csv"), "--output", PathOf("out.csv"));

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(2, Emulator.Store.RequestCount);
        Assert.Equal(
            ["Created           1", "Existing          0", "Duplicate         0", "Failed            2", "Unknown           0", "Not sent          1"], run.Lines[^12..^6]);
        Assert.StartsWith("The run stopped: Row 3: OnePay answered 401", run.Lines[^4], StringComparison.Ordinal);
        Assert.Contains("What to do about AuthenticationFailed: OnePay does not accept the credential. Check the credential. Nothing more was sent.\n", run.Output, StringComparison.Ordinal);

        var rejects = LinesOf("rejects.csv");
        Assert.Equal(4, rejects.Length);
        Assert.StartsWith(Luis + ",,failed,Row 3: OnePay answered 401", rejects[1], StringComparison.Ordinal);
        Assert.Equal(Eva + ",,not-sent,The run stopped before this row. Nothing was sent for it.,2034-01-02T03:04:05Z", rejects[2]);
        // An invalid row is reported whether it would be sent or not.
        Assert.StartsWith(BadEmail + ",,refused,", rejects[3], StringComparison.Ordinal);
        Assert.EndsWith(",Created", Assert.Single(LinesOf("out.csv").Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_counted_even_if_no_rejects_file_is_written()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401 });

        var run = await ImportLinesAsync(Header, Ana, Luis, Eva);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Failed            1\nUnknown           0\nNot sent          2\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_ends_at_its_maximum_time_and_says_how_to_continue()
    {
        var path = Save("in.csv", Header, Ana, Luis, Eva);
        string[] more = ["--journal", PathOf("journal"), "--rejects", PathOf("rejects.csv")];
        await using var server = new ScriptedServer(async request =>
        {
            if (request.Number == 2)
                await Task.Run(() => Clock.Advance(TimeSpan.FromMinutes(30)));
            return request.IsCreate ? Answer.Customer(request.Number) : Answer.NoCustomers;
        });
        string[] command = ["import", path, "--provider", "OnePay", "--base-uri", server.Address.AbsoluteUri, "--throttle", "1", .. more];

        var run = await RunAsync([.. command, "--maximum-time", "30m", "--timeout", "86400"]);
        var again = await RunAsync(command);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(
            "The run stopped: The run reached its maximum time of 00:30:00. Nothing more was sent. Run the same command again, with the same journal if you use one. Rows that are done are not sent again.\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains("Created           2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not sent          1\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Created           3\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count(request => request.IsCreate));
    }

    [Fact]
    public async Task A_stopped_import_is_completed_by_importing_its_rejects()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401, Which = FaultWhich.Nth, N = 2 });
        await ImportAsync(Save("in.csv", Header, Ana, Luis, Eva), "--rejects", PathOf("rejects.csv"));
        Emulator.SetFaults();

        var run = await ImportAsync(PathOf("rejects.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_fails_every_row()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        listener.Stop();

        var run = await RunAsync("import", Save("in.csv", Header, Ana, Luis), "--provider", "OnePay", "--base-uri", address);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  ConnectionFailed  Could not connect to OnePay. ", run.Output, StringComparison.Ordinal);
        Assert.Contains("row 3  ConnectionFailed  ", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Lines, line => line.StartsWith("What to do about ConnectionFailed: ", StringComparison.Ordinal));
        Assert.Contains("Failed            2\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_HTML_page_of_a_gateway_is_not_shown()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Html, Which = FaultWhich.Nth, N = 1 });

        var run = await ImportLinesAsync(Header, Ana, Luis);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  OutcomeUnknown  OnePay answered 502", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_success_answer_that_cannot_be_read_makes_the_row_unknown()
    {
        Emulator.SetFaults(new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.Html, Code = 200 });

        var run = await ImportLinesAsync(Header, Ana);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  OutcomeUnknown  OnePay answered 200, but the content is not a customer (text/html). It is not known whether the customer was created.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_Dots_may_have_created_is_unknown_and_the_advice_is_to_import_the_rejects()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Reset, Moment = FaultMoment.After });

        var run = await RunAsync(
            "import", Save("in.csv", "first_name,last_name", "Ana,Peña"), "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri, "--rejects", PathOf("rejects.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  OutcomeUnknown  ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "What to do about OutcomeUnknown: Wait ten minutes. Then import the reject file without changes: it contains the idempotency key of the row, and the row is looked up by this key before it is sent.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-PaymentCustomer", run.Output, StringComparison.Ordinal);
        Assert.Contains("Unknown           1\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"^Ana,Peña,pc1-[\w-]{43},doubtful,.*,2034-01-02T03:", LinesOf("rejects.csv")[1]);
    }

    [Fact]
    public async Task The_timeout_option_sets_how_long_an_answer_is_waited_for()
    {
        Clock.SkipUpTo = null;
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout, Contains = "ana@example.com" });

        var running = ImportAsync(Save("in.csv", Header, Ana, Luis), "--timeout", "20");
        while (Emulator.Faults[0].Applied == 0)
            await Task.Yield();
        Clock.Advance(TimeSpan.FromSeconds(19.999));
        Assert.False(running.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var run = await running;

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  OutcomeUnknown  The request to OnePay timed out. It is not known whether the customer was created.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Ctrl_C_stops_at_once_and_every_row_has_an_outcome()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Timeout, Contains = "luis@example.com" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        string[] args =
            ["import", Save("in.csv", Header, Ana, Luis, Eva), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1", "--rejects", PathOf("rejects.csv")];

        var running = RunUntilAsync(stop.Token, args);
        while (Emulator.Store.RequestCount < 2)
            await Task.Yield();
        await stop.CancelAsync();
        var run = await running.WaitAsync(TimeSpan.FromSeconds(5), Cancelled);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("payment-customers: in.csv: the run stopped, run it again. Reason: it was interrupted (Ctrl+C or a signal).\n", run.Errors);
        Assert.Contains("row 3  OutcomeUnknown  the run was stopped while the request for this row was in progress.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Created           1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Unknown           1\nNot sent          1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("The run stopped: it was interrupted (Ctrl+C or a signal).\n", run.Output, StringComparison.Ordinal);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(Luis)},pc1-[\\w-]{{43}},doubtful,", LinesOf("rejects.csv")[1]);
        Assert.StartsWith(Eva + ",,not-sent,", LinesOf("rejects.csv")[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_before_the_first_row_sends_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var run = await RunUntilAsync(stop.Token, "import", Save("in.csv", Header, Ana), "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("Error: Stopped. Nothing was sent.\n", run.Errors);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }
}
