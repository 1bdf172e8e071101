using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed class SkipExistingTests : RunTest
{
    private const string UserId = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

    private static RunOptions Skip { get; } = new() { SkipExisting = true };

    [Theory]
    [InlineData(OnePayDocumentFilter.Honoured, OnePayPageShape.Flat)]
    [InlineData(OnePayDocumentFilter.Honoured, OnePayPageShape.Simple)]
    [InlineData(OnePayDocumentFilter.Honoured, OnePayPageShape.Meta)]
    [InlineData(OnePayDocumentFilter.Ignored, OnePayPageShape.Flat)]
    [InlineData(OnePayDocumentFilter.Ignored, OnePayPageShape.Simple)]
    [InlineData(OnePayDocumentFilter.Ignored, OnePayPageShape.Meta)]
    public async Task At_OnePay_a_customer_with_an_existing_document_is_not_created(OnePayDocumentFilter filter, OnePayPageShape shape)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { OnePayDocumentFilter = filter, OnePayPageShape = shape });
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(130), OneByOne, cancellation: Cancel);

        // The rows have other keys and the same documents.
        var report = await target.RunAsync(
            [target.Row(1, 120, Other), target.Row(2, 500, Other), target.Row(3, 5, Other)], Skip, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Created, CustomerOutcome.Existing], report.Kinds);
        Assert.Equal(emulator.Store.OnePayCustomers[119].Id, report.Outcomes[0].Customer!.Id);
        Assert.Equal(emulator.Store.OnePayCustomers[4].Id, report.Outcomes[2].Customer!.Id);
        Assert.Equal(131, emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task At_OnePay_the_list_of_a_server_without_filters_is_read_once_and_not_for_each_row()
    {
        var emulator = await EmulateAsync(new EmulatorOptions { OnePayDocumentFilter = OnePayDocumentFilter.Ignored });
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(130), OneByOne, cancellation: Cancel);

        var report = await target.RunAsync(Enumerable.Range(1, 60).Select(row => target.Row(row, row + 100, Other)), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        Assert.Equal((30, 30), (report.Counts[CustomerOutcome.Existing], report.Counts[CustomerOutcome.Created]));
        Assert.InRange(Count(emulator, EmulatedOperation.List), 2, 20);
    }

    [Fact]
    public async Task At_OnePay_the_same_number_with_another_document_type_is_another_customer()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(1), cancellation: Cancel);

        var report = await target.RunAsync(
            [target.Row(1, 1, draft => draft[CustomerField.DocumentType] = "PASSPORT"), target.Row(2, 1, Other)], Skip, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Existing], report.Kinds);
    }

    [Theory]
    [InlineData(CustomerField.Email)]
    [InlineData(CustomerField.Phone)]
    [InlineData(CustomerField.UserId)]
    public async Task At_Dots_one_search_of_the_list_serves_all_rows(CustomerField match)
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await target.RunAsync(Enumerable.Range(1, 130).Select(row => target.Row(row, row, draft => Identify(draft, row))), OneByOne, cancellation: Cancel);

        var report = await target.RunAsync(
            Enumerable.Range(121, 20).Select(row => target.Row(row, row, draft =>
            {
                Other(draft);
                foreach (var field in new[] { CustomerField.Email, CustomerField.Phone, CustomerField.UserId })
                    draft[field] = null;
                Identify(draft, row);
                foreach (var field in new[] { CustomerField.Email, CustomerField.Phone, CustomerField.UserId }.Where(field => field != match))
                    draft[field] = null;
            })),
            OneByOne with { SkipExisting = true, MatchBy = match },
            cancellation: Cancel);

        Assert.Equal((10, 10), (report.Counts[CustomerOutcome.Existing], report.Counts[CustomerOutcome.Created]));
        Assert.Equal(emulator.Store.DotsCustomers.Skip(120).Select(customer => customer.Id), report.Ids);
        Assert.Equal(140, emulator.Store.DotsCount);
        Assert.Equal(2, Count(emulator, EmulatedOperation.List));
    }

    [Theory]
    [InlineData("1060500333", CustomerOutcome.Existing)]
    [InlineData("1.060.500.333", CustomerOutcome.Created)]
    public async Task At_OnePay_document_numbers_must_be_equal_in_every_character(string stored, CustomerOutcome outcome)
    {
        var server = Serve(request => request.IsCreate
            ? Answer.Customer(2)
            : Answer.Json(200, $$"""{"data":[{"id":"{{Answer.Id(1)}}","document_type":"CE","document_number":"{{stored}}"}],"last_page":1}"""));
        var target = OnePay(server);

        var report = await target.RunAsync(
            [target.Row(1, change: draft =>
            {
                draft[CustomerField.DocumentType] = "CE";
                draft[CustomerField.DocumentNumber] = "1060500333";
            })],
            Skip,
            cancellation: Cancel);

        Assert.Equal(outcome, Assert.Single(report.Outcomes).Outcome);
    }

    [Theory]
    [InlineData("NIT", "900123456", "NIT", "900123456-8")]
    [InlineData("NIT", "900123456-8", "NIT", "900123456")]
    [InlineData("NIT", "900123456-8", "RUT", "900123456")]
    [InlineData("NIT", "900123456", "RUT", "9001234568")]
    public async Task At_OnePay_a_tax_number_matches_with_and_without_its_check_digit(string type, string number, string itsType, string its)
    {
        var server = Serve(request => request.IsCreate
            ? Answer.Customer(2)
            // The server compares every character.
            : request.Target.Contains($"document_number={its}", StringComparison.Ordinal)
                ? Answer.Json(200, $$"""{"data":[{"id":"{{Answer.Id(1)}}","document_type":"{{itsType}}","document_number":"{{its}}"}],"last_page":1}""")
                : Answer.NoCustomers);
        var target = OnePay(server);

        var report = await target.RunAsync(
            [target.Row(1, change: draft =>
            {
                draft[CustomerField.DocumentType] = type;
                draft[CustomerField.DocumentNumber] = number;
            })],
            Skip,
            cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing], report.Kinds);
        Assert.Equal([Answer.Id(1)], report.Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_rows_about_the_same_person_are_never_both_created(bool atDots)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { LowerCaseEmail = true });
        var target = atDots ? Dots(emulator) : OnePay(emulator);

        var report = await target.RunAsync(
            [target.Row(1), target.Row(2, 2), target.Row(3, 2, Other)], new RunOptions { ThrottleLimit = 8, SkipExisting = true }, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Failed], report.Kinds);
        Assert.Contains("is the same as in row 2", report.Outcomes[2].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_Dots_a_row_without_the_field_to_match_by_is_created()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await target.RunAsync([target.Row(1, 1)], cancellation: Cancel);

        var report = await target.RunAsync([target.Row(1, 1, draft => draft[CustomerField.Email] = null)], Skip, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created], report.Kinds);
        Assert.Equal(0, Count(emulator, EmulatedOperation.List));
    }

    [Fact]
    public async Task At_Dots_email_addresses_are_compared_completely_and_without_regard_to_case()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 3));
        await target.RunAsync([Mail(1, $"ana@{domain}.co")], cancellation: Cancel);

        var report = await target.RunAsync([Mail(1, $"ANA@{domain}.com"), Mail(2, $"ANA@{domain}.CO")], Skip, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Existing], report.Kinds);

        PreparedDraft Mail(int row, string address) => target.Row(row, 1, draft => draft[CustomerField.Email] = address);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_stops_the_run_and_creates_nothing()
    {
        var emulator = await EmulateAsync(null, new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 403 });
        var target = Dots(emulator);

        var report = await target.RunAsync(target.Rows(2), Skip, cancellation: Cancel);

        Assert.Equal([PaymentErrorId.AccessDenied, PaymentErrorId.NotSent], report.Errors);
        Assert.Equal([1, 2], report.Outcomes.Select(outcome => outcome.Error!.Row!.Value));
        Assert.Equal(PaymentErrorId.AccessDenied, report.Stopped!.Id);
        Assert.Equal(1, Count(emulator, EmulatedOperation.List));
        Assert.Equal(0, emulator.Store.DotsCount);
    }

    [Theory]
    [InlineData(OnePayDocumentFilter.Honoured)]
    [InlineData(OnePayDocumentFilter.Ignored)]
    public async Task A_customer_that_the_list_shows_without_an_id_is_not_created_again(OnePayDocumentFilter filter)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { OnePayDocumentFilter = filter });
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(1), cancellation: Cancel);
        emulator.SetFaults(new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Altered, Moment = FaultMoment.After, Change = "noIds" });

        var report = await target.RunAsync([target.Row(1, 1, Other), target.Row(2, 2)], OneByOne with { SkipExisting = true }, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Failed, CustomerOutcome.Created], report.Kinds);
        Assert.Equal(PaymentErrorId.ResponseInvalid, report.Outcomes[0].Error!.Id);
        Assert.Contains("without a valid id", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(2, emulator.Store.OnePayCount);
    }

    private static void Other(Draft draft) => draft[CustomerField.LastName] = "Other";

    private static void Identify(Draft draft, int row)
    {
        draft[CustomerField.Email] = $"person{row}@example.com";
        draft[CustomerField.Phone] = $"+57300{row:0000000}";
        draft[CustomerField.UserId] = $"{UserId[..^4]}{row:x4}";
    }
}
