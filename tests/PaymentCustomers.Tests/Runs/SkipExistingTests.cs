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

    [Theory]
    [InlineData(1, "It does not belong to the customer of this row.")]
    [InlineData(2, "It belongs to the customer of this row, so the other row has the wrong customer.")]
    [InlineData(3, "It does not belong to the customer of this row.")]
    [InlineData(null, "Customer 00000000-0000-4000-8000-000000000009: OnePay answered 404")]
    public async Task At_OnePay_an_id_that_the_list_shows_for_two_people_is_not_returned_for_both(int? owner, string owns)
    {
        var server = SameIdAtOnePay(owner);
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        // The first row is not read: nothing was wrong until the second one.
        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Failed], report.Kinds);
        var error = report.Outcomes[1].Error!;
        Assert.Equal((PaymentErrorId.ResponseInvalid, 2L), (error.Id, error.Row));
        Assert.Contains($"with the id {Answer.Id(9)}, which is also the id of row 1. That row is about another person. {owns}", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/v1/customers/" + Answer.Id(9)], server.Requests.Select(request => request.Target).Where(target => !target.Contains('?', StringComparison.Ordinal)));
        Assert.Null(report.Stopped);
    }

    [Fact]
    public async Task At_OnePay_after_two_people_had_the_same_id_each_row_with_it_is_read()
    {
        var server = SameIdAtOnePay(owner: 1);
        var target = OnePay(server);

        var report = await target.RunAsync(
            [target.Row(1), target.Row(2), target.Row(3, 1, Other)],
            OneByOne with { SkipExisting = true, DuplicateIdentity = DuplicateIdentity.Allow },
            cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Failed, CustomerOutcome.Existing], report.Kinds);
        Assert.Equal(2, server.Requests.Count(request => !request.Target.Contains('?', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_about_the_same_person_share_a_customer_that_is_not_read()
    {
        var emulator = await EmulateAsync();
        var target = OnePay(emulator);
        await target.RunAsync(target.Rows(1), cancellation: Cancel);

        var report = await target.RunAsync(
            [target.Row(1, 1, Other), target.Row(2, 1, draft => draft[CustomerField.LastName] = "Third")],
            OneByOne with { SkipExisting = true, DuplicateIdentity = DuplicateIdentity.Allow },
            cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Existing], report.Kinds);
        Assert.Equal(0, Count(emulator, EmulatedOperation.Retrieve));
    }

    [Theory]
    [InlineData("Dots", 2)]
    [InlineData("Dots", null)]
    [InlineData("OnePay", 2)]
    [InlineData("OnePay", null)]
    [InlineData("Stripe", 2)]
    [InlineData("Stripe", null)]
    public async Task An_id_that_a_whole_list_shows_for_several_people_is_returned_only_for_its_customer(string provider, int? owner)
    {
        var people = new List<PreparedDraft>();
        var server = Serve(request => request.IsCreate ? Answer.Customer(50)
            // Whatever is asked for, the list shows all of them.
            : request.Target.Contains('?', StringComparison.Ordinal) ? Answer.Json($$"""{"data":[{{string.Join(',', people.Select((_, index) => Json(index + 1)))}}],"has_more":false,"last_page":1}""")
            : owner is { } person ? Answer.Json(Json(person)) : Answer.Json(404, "{}"));
        var target = provider switch
        {
            "Dots" => Dots(server),
            "OnePay" => OnePay(server),
            _ => Target.Stripe(server.Address, Clock),
        };
        people.AddRange(target.Rows(4));

        var report = await target.RunAsync(target.Rows(5), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        // The fourth customer has an id of its own, and the fifth does not exist.
        Assert.Equal(
            [CustomerOutcome.Failed, owner == 2 ? CustomerOutcome.Existing : CustomerOutcome.Failed, CustomerOutcome.Failed, CustomerOutcome.Existing, CustomerOutcome.Created],
            report.Kinds);
        Assert.Equal([null, owner == 2 ? Answer.Id(9) : null, null, Answer.Id(10), Answer.Id(50)], report.Ids);
        Assert.Contains($"shows the id {Answer.Id(9)} for several customers", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Null(report.Stopped);

        string Json(int person)
        {
            var values = people[person - 1].Values;
            return $$"""
                {"id":"{{Answer.Id(person == 4 ? 10 : 9)}}","email":"{{values[(int)CustomerField.Email]}}","document_type":"CC","document_number":"{{values[(int)CustomerField.DocumentNumber]}}"}
                """;
        }
    }

    [Fact]
    public async Task A_new_customer_with_the_id_that_the_list_showed_for_another_row_is_unknown()
    {
        var first = OnePayDocument(1);
        var server = Serve(request => request.IsCreate
            ? Answer.Customer(9)
            : request.Target.Contains($"={first}", StringComparison.Ordinal) ? Answer.Json(OnePayPage(9, first)) : Answer.NoCustomers);
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains($"with the id {Answer.Id(9)}, which is also the id of row 1", report.Outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_customer_with_the_id_that_the_list_showed_for_another_row_stays_unknown()
    {
        SkipWaits();
        var (first, second) = (OnePayDocument(1), OnePayDocument(2));
        var isSent = false;
        var server = Serve(request =>
        {
            if (request.IsCreate)
            {
                var answer = isSent ? Answer.Json(422, "{}") : Answer.Reset;
                isSent = true;
                return answer;
            }

            if (!request.Target.Contains('?', StringComparison.Ordinal))
                return Answer.Json(OnePayCustomer(9, second));
            return request.Target.Contains($"={first}", StringComparison.Ordinal) ? Answer.Json(OnePayPage(9, first))
                : isSent ? Answer.Json(OnePayPage(9, second)) : Answer.NoCustomers;
        });
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains("also the id of row 1", report.Outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_a_new_customer_that_the_list_shows_for_the_next_row_is_not_returned_for_it()
    {
        var second = OnePayDocument(2);
        var server = Serve(request => request.IsCreate
            ? Answer.Customer(9)
            : request.Target.Contains('?', StringComparison.Ordinal)
                ? request.Target.Contains($"={second}", StringComparison.Ordinal) ? Answer.Json(OnePayPage(9, second)) : Answer.NoCustomers
                : Answer.Json(OnePayCustomer(9, OnePayDocument(1))));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(2), OneByOne with { SkipExisting = true }, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed], report.Kinds);
        Assert.Contains("also the id of row 1", report.Outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    /// <summary>A server whose list shows the same id for every document, and returns the customer of a person for it; null for none.</summary>
    private ScriptedServer SameIdAtOnePay(int? owner) => Serve(request =>
    {
        var asked = request.Target.Split("document_number=") is [_, var rest] ? rest.Split('&')[0] : null;
        return asked is not null ? Answer.Json(OnePayPage(9, asked))
            : owner is { } person ? Answer.Json(OnePayCustomer(9, OnePayDocument(person))) : Answer.Json(404, "{}");
    });

    private static string OnePayDocument(int person) => $"{100_000_000 + person}";

    private static string OnePayCustomer(int id, string document) => $$"""{"id":"{{Answer.Id(id)}}","document_type":"CC","document_number":"{{document}}"}""";

    private static string OnePayPage(int id, string document) => $$"""{"data":[{{OnePayCustomer(id, document)}}],"current_page":1,"last_page":1}""";

    private static void Other(Draft draft) => draft[CustomerField.LastName] = "Other";

    private static void Identify(Draft draft, int row)
    {
        draft[CustomerField.Email] = $"person{row}@example.com";
        draft[CustomerField.Phone] = $"+57300{row:0000000}";
        draft[CustomerField.UserId] = $"{UserId[..^4]}{row:x4}";
    }
}
