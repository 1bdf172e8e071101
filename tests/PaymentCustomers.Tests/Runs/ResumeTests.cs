using System.Text;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class ResumeTests : RunTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Created_rows_are_reported_again_without_a_request(bool atDots)
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = atDots ? Dots(server) : OnePay(server);
        var first = await target.RunAsync(target.Rows(20), JournalPath, cancellation: Cancel);
        var text = await File.ReadAllTextAsync(JournalPath, Cancel);

        var second = await target.RunAsync(target.Rows(20), JournalPath, cancellation: Cancel);

        Assert.Equal(first.Ids, second.Ids);
        Assert.All(second.Kinds, kind => Assert.Equal(CustomerOutcome.Created, kind));
        Assert.Equal("row7@example.com", second.Outcomes[6].Customer!.Email);
        Assert.Equal(20, server.Requests.Count);
        // The second run adds a line for itself, and none for a row.
        var after = await File.ReadAllTextAsync(JournalPath, Cancel);
        Assert.StartsWith(text + "{\"format\":", after, StringComparison.Ordinal);
        Assert.Single(after[text.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("OnePay", 422)]
    [InlineData("OnePay", 400)]
    [InlineData("Stripe", 402)]
    public async Task A_refusal_does_not_settle_the_doubt_of_an_earlier_run(string provider, int status)
    {
        SkipWaits();
        var isWell = false;
        var server = Serve(request => request.IsCreate
            ? isWell ? Answer.Json(status, "{}") : Answer.Reset
            // The list does not show which customers the provider has.
            : Answer.NoCustomers);
        var target = provider == "OnePay" ? OnePay(server) : Target.Stripe(server.Address, Clock);
        await target.RunAsync(target.Rows(1), JournalPath, OneByOne with { MaximumRetryCount = 0 }, Cancel);
        isWell = true;

        var report = await target.RunAsync(target.Rows(1), JournalPath, OneByOne, Cancel);

        // The provider may have refused the row because the customer exists already.
        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(KeyState.Unknown, Assert.Single(JournalReader.ReadLast(JournalPath)).State);
    }

    [Fact]
    public async Task A_provider_that_refuses_many_doubtful_rows_does_not_count_as_unavailable()
    {
        SkipWaits();
        var isWell = false;
        var server = Serve(request => request.IsCreate ? isWell ? Answer.Json(422, "{}") : Answer.Reset : Answer.NoCustomers);
        var target = OnePay(server);
        var once = OneByOne with { MaximumRetryCount = 0 };
        // Twenty consecutive rows would stop the run whose answers were lost.
        await target.RunAsync(target.Rows(15), JournalPath, once, Cancel);
        await target.RunAsync(target.Rows(30)[15..], JournalPath, once, Cancel);
        isWell = true;

        var report = await target.RunAsync(target.Rows(30), JournalPath, OneByOne, Cancel);

        Assert.Null(report.Stopped);
        Assert.Equal(Enumerable.Repeat(CustomerOutcome.Unknown, 30), report.Kinds);
    }

    [Fact]
    public async Task An_id_that_is_not_a_UUID_is_read_back_from_the_journal()
    {
        var server = Serve(_ => Answer.Json(200, """{"id":"cus_N.1"}"""));
        var target = OnePay(server);
        await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);

        var second = await target.RunAsync([target.Row(5, person: 1)], JournalPath, cancellation: Cancel);

        Assert.Equal(["cus_N.1"], second.Ids);
    }

    [Fact]
    public async Task Failed_rows_are_sent_again_and_existing_ones_are_not()
    {
        var server = Serve(request => !request.IsCreate ? Answer.NoCustomers : request.Number == 4 ? Answer.Json(422, "{}") : Answer.Customer(request.Person));
        var target = OnePay(server);
        var rows = target.Rows(3);
        await JournalAsync(target, Line(rows[2], "existing", Answer.Id(9)));
        var first = await target.RunAsync(rows, JournalPath, OneByOne, Cancel);

        var second = await target.RunAsync(rows, JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed, CustomerOutcome.Existing], first.Kinds);
        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Existing], second.Kinds);
        Assert.Equal(new[] { 1, 2, 9 }.Select(Answer.Id), second.Ids);
        Assert.Equal([1, 2, 2], server.Requests.Where(request => request.IsCreate).Select(request => request.Person));
    }

    [Theory]
    [InlineData("started", true)]
    [InlineData("started", false)]
    [InlineData("unknown", true)]
    [InlineData("unknown", false)]
    public async Task At_Dots_a_doubtful_row_is_first_searched_for_by_its_key(string state, bool isThere)
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(3);
        if (isThere)
            await target.RunAsync(rows[..1], cancellation: Cancel);
        await JournalAsync(target, Line(rows[0], state));
        SkipWaits();
        var before = emulator.Store.Requests.Count;

        var report = await target.RunAsync(rows[..1], JournalPath, cancellation: Cancel);

        // No other row is sent, so that nothing shows that the list is complete. A row that is not in the list stays in doubt.
        Assert.All(emulator.Store.Requests.Skip(before), request => Assert.Equal(EmulatedOperation.List, request.Operation));
        Assert.Equal([isThere ? CustomerOutcome.Created : CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(emulator.Store.DotsCustomers.Select(customer => customer.Id), report.Ids.OfType<string>());
    }

    [Theory]
    [InlineData(true, OnePayDocumentFilter.Honoured)]
    [InlineData(true, OnePayDocumentFilter.Ignored)]
    [InlineData(false, OnePayDocumentFilter.Honoured)]
    public async Task At_OnePay_a_doubtful_row_is_first_searched_for_by_its_document(bool isThere, OnePayDocumentFilter filter)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { OnePayDocumentFilter = filter });
        var target = OnePay(emulator);
        if (isThere)
            await target.RunAsync(target.Rows(1), cancellation: Cancel);
        await JournalAsync(target, Line(target.Row(1), "started"));
        var before = emulator.Store.Requests.Count;

        var report = await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);

        Assert.Equal(
            isThere ? [EmulatedOperation.List, EmulatedOperation.Retrieve] : new[] { EmulatedOperation.List, EmulatedOperation.Create },
            emulator.Store.Requests.Skip(before).Select(request => request.Operation));
        Assert.Equal([Assert.Single(emulator.Store.OnePayCustomers).Id], report.Ids);
    }

    [Fact]
    public async Task At_OnePay_a_different_customer_with_the_same_document_is_not_used_for_the_row()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        await target.RunAsync([target.Row(1, 1, draft => draft[CustomerField.FirstName] = "Eva")], cancellation: Cancel);
        await JournalAsync(target, Line(target.Row(1), "started"));

        var report = await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);

        Assert.Equal([emulator.Store.OnePayCustomers[1].Id], report.Ids);
    }

    [Theory]
    [InlineData("noIds", OnePayDocumentFilter.Honoured)]
    [InlineData("noIds", OnePayDocumentFilter.Ignored)]
    [InlineData("sameIds", OnePayDocumentFilter.Honoured)]
    [InlineData("sameIds", OnePayDocumentFilter.Ignored)]
    public async Task At_OnePay_a_list_with_unusable_ids_leaves_doubtful_rows_unknown(string change, OnePayDocumentFilter filter)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { OnePayDocumentFilter = filter });
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(2), cancellation: Cancel);
        await JournalAsync(target, Line(target.Row(1), "started"), Line(target.Row(2), "started"));
        emulator.SetFaults(new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Altered, Moment = FaultMoment.After, Change = change });

        var report = await target.RunAsync(target.Rows(2), JournalPath, OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown, CustomerOutcome.Unknown], report.Kinds);
        // A customer with the id that all have on the list does not exist.
        Assert.All(report.Outcomes, outcome => Assert.Contains(change == "noIds" ? "without a valid id" : "404", outcome.Error!.Message, StringComparison.Ordinal));
        Assert.Equal(2, emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task At_OnePay_a_listed_id_that_belongs_to_another_customer_is_not_used()
    {
        var document = "";
        var server = Serve(request =>
        {
            var isList = request.Target.Contains('?', StringComparison.Ordinal);
            var customer = $$"""{"id":"{{Answer.Id(2)}}","document_type":"CC","document_number":"{{(isList ? document : "900")}}"}""";
            return Answer.Json(isList ? $$"""{"data":[{{customer}}],"current_page":1,"last_page":1}""" : customer);
        });
        var target = OnePay(server);
        document = target.Row(1).Values[(int)CustomerField.DocumentNumber]!;
        await JournalAsync(target, Line(target.Row(1), "started"));

        var report = await target.RunAsync(target.Rows(1), JournalPath, OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains($"shows the id {Answer.Id(2)} for the customer of this row, but this is the id of another customer", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.IsCreate);
    }

    [Fact]
    public async Task At_OnePay_the_searches_of_a_resumed_run_do_not_exceed_the_limit()
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Serve(async request =>
        {
            if (request.Number == 4)
                barrier.SetResult();
            // The first row is searched for and created alone.
            if (request.Number is 3 or 4)
                await barrier.Task;
            // Give further requests time to arrive, in case the limit does not hold them back.
            for (var i = 0; i < 1000; i++)
                await Task.Yield();
            return request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers;
        });
        var target = OnePay(server);
        await JournalAsync(target, [.. target.Rows(30).Select(row => Line(row, "started"))]);

        var report = await target.RunAsync(target.Rows(30), JournalPath, new RunOptions { ThrottleLimit = 2 }, Cancel);

        Assert.Equal((30, 60), (report.Counts[CustomerOutcome.Created], server.Requests.Count));
        Assert.Equal(2, server.MostAtOnce);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(599, 5)]
    [InlineData(600, 0)]
    [InlineData(-3600, 5)]
    public async Task At_Dots_a_search_waits_until_the_last_requests_of_a_recent_run_have_settled(int age, int wait)
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await target.RunAsync(target.Rows(2), cancellation: Cancel);
        var before = emulator.Store.Requests.Count;
        await JournalAsync(target, Line(target.Row(1), "started"));
        File.SetLastWriteTimeUtc(JournalPath, Clock.Start.UtcDateTime.AddSeconds(-age));

        var running = target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);
        if (wait > 0)
        {
            await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(wait));
            Assert.Equal(before, emulator.Store.Requests.Count);
            Clock.Advance(TimeSpan.FromSeconds(wait));
        }

        Assert.Equal([CustomerOutcome.Created], (await running).Kinds);
        Assert.Equal(TimeSpan.FromSeconds(wait), Clock.Elapsed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawn_row_is_sent_without_a_search(bool atDots)
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = atDots ? Dots(server) : OnePay(server);
        await JournalAsync(target, Line(target.Row(1), "started"), Line(target.Row(1), "withdrawn"));

        await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);

        Assert.True(Assert.Single(server.Requests).IsCreate);
    }

    [Fact]
    public async Task A_stopped_run_is_continued_where_it_stopped()
    {
        var emulator = await EmulateAsync(null, new FaultRule { Which = FaultWhich.Nth, N = 11, Kind = FaultKind.Status, Code = 401 });
        var target = Dots(emulator);

        var first = await target.RunAsync(target.Rows(40), JournalPath, new RunOptions { ThrottleLimit = 3 }, Cancel);
        var entries = JournalReader.ReadLast(JournalPath);
        var second = await target.RunAsync(target.Rows(40), JournalPath, new RunOptions { ThrottleLimit = 3 }, Cancel);

        Assert.Equal(PaymentErrorId.AuthenticationFailed, first.Stopped!.Id);
        Assert.DoesNotContain(entries, entry => entry.State is KeyState.Started or KeyState.Unknown);
        Assert.Equal(40, second.Counts[CustomerOutcome.Created]);
        Assert.Equal(41, emulator.Store.Requests.Count);
        Assert.Equal(40, emulator.Store.DotsCount);
    }

    [Fact]
    public async Task A_refused_credential_costs_one_request_even_if_the_first_rows_are_already_done()
    {
        var server = Serve(request => !request.IsCreate ? Answer.NoCustomers : request.Number <= 5 ? Answer.Customer(request.Person) : Answer.Json(401, "{}"));
        var target = OnePay(server);
        await target.RunAsync(target.Rows(5), JournalPath, cancellation: Cancel);

        var report = await target.RunAsync(target.Rows(50), JournalPath, cancellation: Cancel);

        Assert.Equal(6, server.Requests.Count(request => request.IsCreate));
        Assert.Equal((5, 44), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent]));
    }

    [Fact]
    public async Task A_failed_search_leaves_the_row_unknown_and_sends_nothing()
    {
        var server = Serve(_ => Answer.Json(403, "{}"));
        var target = OnePay(server);
        await JournalAsync(target, Line(target.Row(1), "started"));

        var report = await target.RunAsync(target.Rows(1), JournalPath, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.False(Assert.Single(server.Requests).IsCreate);
        Assert.Contains("\"state\":\"unknown\",\"error\":\"OutcomeUnknown\",\"status\":403,\"sum\":", await File.ReadAllTextAsync(JournalPath, Cancel), StringComparison.Ordinal);
    }

    private static string Line(PreparedDraft row, string state, string? id = null) =>
        $$"""{"row":{{row.Draft.Row}},"key":"{{row.Key}}","state":"{{state}}"{{(id is null ? "" : $",\"id\":\"{id}\"")}}}""";

    private async Task JournalAsync(Target target, params string[] lines)
    {
        // An earlier version wrote format 1.
        var header = $$"""{"format":"payment-customers-journal","version":1,"provider":"{{target.Connection.Provider}}","environment":"Sandbox","account":"{{target.Connection.Account}}"}""";
        await File.WriteAllTextAsync(JournalPath, string.Concat(lines.Prepend(header).Select(line => line + "\n")), new UTF8Encoding(false), Cancel);
        // The journal is old, so that everything that its run sent has settled.
        File.SetLastWriteTimeUtc(JournalPath, Clock.Start.UtcDateTime.AddDays(-1));
    }
}
