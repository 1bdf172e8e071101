using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>The summaries over all rows: problems by kind, and warnings by kind.</summary>
public sealed class ProblemKindTests
{
    [Fact]
    public void Problems_that_differ_only_in_the_value_are_one_kind_with_its_rows_and_the_first_five_of_them()
    {
        var kinds = new ProblemKinds("Dots");

        for (var row = 3; row <= 9; row++)
            kinds.Add(Row(row, Problem("Email", $"Email 'a{row}' has no domain", $"a{row}", "Correo")));

        var kind = Assert.Single(kinds.All(rows: 20));
        Assert.Equal((7, 20), (kind.Count, kind.RowCount));
        Assert.Equal([3, 4, 5, 6, 7], kind.FirstRows);
        Assert.Equal(("Email has no domain", "a3", "Correo", "Email", "Dots"), (kind.Problem, kind.Example, kind.Column, kind.Field, kind.Provider));
    }

    [Fact]
    public void Problems_of_another_field_column_or_message_are_other_kinds()
    {
        var kinds = new ProblemKinds("Dots");

        kinds.Add(Row(1, Problem("Email", "It is missing"), Problem("Phone", "It is missing"), Problem("Email", "It is missing", column: "Correo"), Problem("Email", "It is too long")));

        Assert.Equal(4, kinds.All(rows: 1).Count());
    }

    [Fact]
    public void The_kind_with_the_most_rows_comes_first_and_of_two_equal_ones_that_with_the_earlier_row()
    {
        var kinds = new ProblemKinds("Dots");

        kinds.Add(Row(8, Problem("Phone", "late")));
        kinds.Add(Row(2, Problem("Phone", "early")));
        kinds.Add(Row(4, Problem("Email", "frequent")));
        kinds.Add(Row(5, Problem("Email", "frequent")));

        Assert.Equal(["2: frequent", "1: early", "1: late"], kinds.All(rows: 8).Select(kind => kind.ToString()));
    }

    [Theory]
    [InlineData("en", 1, "Something (row 1).")]
    [InlineData("en", 5, "Something (5 rows: 1, 2, 3, 4, 5).")]
    [InlineData("en", 6, "Something (6 rows: 1, 2, 3, 4, 5, …).")]
    [InlineData("es", 1, "Something (fila 1).")]
    [InlineData("es", 6, "Something (6 filas: 1, 2, 3, 4, 5, …).")]
    public void A_warning_of_several_rows_is_reported_once_with_the_first_five_rows(string language, int count, string expected)
    {
        using var culture = new UiCulture(language);
        var warnings = new RowWarnings();

        for (var row = 1; row <= count; row++)
            warnings.Add(new PreparedDraft(new Draft(row, null), new string?[Draft.FieldCount], [], "", []) { Warnings = ["Something"] });

        Assert.Equal([expected], warnings.All);
    }

    [Theory]
    [InlineData("en", 1, "One blank row was skipped.")]
    [InlineData("en", 2, "2 blank rows were skipped.")]
    [InlineData("es", 1, "Se omitió una fila en blanco.")]
    [InlineData("es", 2, "Se omitieron 2 filas en blanco.")]
    public void Blank_rows_are_counted_in_the_language_of_the_user(string language, int count, string expected)
    {
        using var culture = new UiCulture(language);

        Assert.Equal(expected, RowMessages.BlankRows(count));
    }

    [Fact]
    public void All_fields_that_a_provider_does_not_have_are_named_with_what_to_do()
    {
        var error = RowErrors.Unsupported([CustomerField.City, CustomerField.State], "OnePay").Error;

        Assert.Equal("OnePay does not support these fields: City, State. Nothing was sent.", error.Message);
        Assert.StartsWith("Remove these fields, or use -IgnoreUnsupportedField", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 101, "***", "***")]
    [InlineData(true, 99, null, null)]
    [InlineData(true, 100, null, null)]
    [InlineData(true, 101, "cut", "cut")]
    public void A_wrong_value_is_masked_unless_values_are_shown_and_then_cut_at_100_characters(bool shows, int length, string? value, string? inMessage)
    {
        var text = new string('q', length);
        var preparer = new DraftPreparer(PaymentCustomers.Engine.Connections.PaymentProviders.Get("Dots"), scope: null) { ShowsValues = shows };

        var problem = Assert.Single(preparer.Prepare(Rows.Read("Dots", Rows.Least("Dots", ("Email", text)))).Problems);

        string Expected(string? how) => how switch { null => text, "cut" => text[..100] + "…", _ => problem.Value! };
        Assert.Equal(Expected(value), problem.Value);
        Assert.Contains($"'{Expected(inMessage)}'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(shows, problem.Message.Contains("qqqqqqqqqq", StringComparison.Ordinal));
    }

    private static FieldProblem Problem(string field, string message, string? value = null, string? column = null) =>
        new(field, PaymentErrorId.CustomerInvalid, message) { Value = value, Column = column };

    private static PreparedDraft Row(long row, params FieldProblem[] problems) => new(new Draft(row, null), new string?[Draft.FieldCount], problems, "", []);
}
