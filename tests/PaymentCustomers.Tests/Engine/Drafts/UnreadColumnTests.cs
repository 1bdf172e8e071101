using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Columns that the user maps, and columns whose values could not be read.</summary>
public sealed class UnreadColumnTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("email", true)]
    [InlineData("FirstName", true)]
    [InlineData("metadata.plan", true)]
    [InlineData("metadata[plan]", true)]
    [InlineData("7", false)]
    [InlineData("Emial", false)]
    [InlineData("Correo", false)]
    public void A_column_can_be_mapped_to_a_field_to_metadata_or_to_nothing(string target, bool isTarget) =>
        Assert.Equal(isTarget, ColumnMap.IsTarget(target));

    [Fact]
    public void A_mapped_column_is_read_as_its_target_in_whatever_case_and_with_spaces()
    {
        var reader = Mapped("Dots", ("contacto 1 ", " email "), ("Plan", "metadata.plan"), ("Nombre", ""));

        var draft = reader.Read(1, null, [" CONTACTO 1", "Plan", "Nombre", "Apellido"], ["ana@example.co", "gold", "Ana", "Ruiz"]);

        Assert.Equal("ana@example.co", draft[Email]);
        Assert.Equal(" CONTACTO 1", draft.ColumnOf(Email));
        Assert.Equal("""{"plan":"gold"}""", draft[Metadata]);
        Assert.Null(draft[FirstName]);
        Assert.Equal("Ruiz", draft[LastName]);
    }

    [Fact]
    public void No_other_column_is_read_for_a_field_that_the_user_mapped()
    {
        var reader = Mapped("Dots", ("Contacto 1", "Email"));

        var draft = reader.Read(1, null, ["Email", "Contacto 1", "Phone"], ["old@example.co", "ana@example.co", "+573001234567"]);

        Assert.Equal("ana@example.co", draft[Email]);
        Assert.Equal("+573001234567", draft[Phone]);
        Assert.Empty(draft.Problems);
        Assert.Empty(draft.Warnings);
        Assert.Null(reader.TakeNews());
    }

    [Fact]
    public void A_column_of_an_earlier_header_is_not_read_by_a_later_header()
    {
        var reader = Rows.Reader("Dots");

        reader.Read(1, null, ["Email", "Emial"], ["ana@example.co", ""]);
        var first = reader.Read(1, null, ["Email", "Emial"], ["ana@example.co", ""]);
        reader.Refuse(first, "Emial", "contains a list");
        Assert.Empty(first.Problems);

        // Without the column "Email", the other one looks like a field that is missing.
        var second = reader.Read(2, null, ["Emial"], [""]);
        reader.Refuse(second, "Emial", "contains a list");
        Assert.Equal("The column 'Emial' contains a list", Assert.Single(second.Problems).Message);
        Assert.Equal("", second.Problems[0].Field);
    }

    [Theory]
    [InlineData("Email", "Email")]
    [InlineData("metadata.plan", "Metadata")]
    [InlineData("Emial", "")]
    public void A_value_that_could_not_be_read_is_a_problem_of_its_row(string column, string field)
    {
        var reader = Rows.Reader("Dots");
        var draft = reader.Read(1, null, ["FirstName", column, "Notas"], [null, null, null]);
        Assert.True(draft.IsBlank);

        reader.Refuse(draft, column, "contains a list");

        Assert.False(draft.IsBlank);
        var problem = Assert.Single(draft.Problems);
        Assert.Equal((field, $"The column '{column}' contains a list", PaymentErrorId.CustomerInvalid), (problem.Field, problem.Message, problem.Id));
    }

    [Theory]
    [InlineData("Notas")]
    [InlineData("Unknown")]
    public void A_value_that_could_not_be_read_is_no_problem_if_its_column_is_not_used(string column)
    {
        var reader = Rows.Reader("Dots");
        var draft = reader.Read(1, null, ["FirstName", "Notas"], ["Ana", null]);

        reader.Refuse(draft, column, "contains a list");

        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void A_value_that_could_not_be_read_is_no_problem_if_the_command_line_gives_the_field()
    {
        var reader = Rows.Reader("Dots");
        var draft = reader.Read(1, null, ["Email"], [null], new Dictionary<CustomerField, string?> { [Email] = "ana@example.co" });

        reader.Refuse(draft, "Email", "contains a list");

        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void A_value_that_could_not_be_read_is_a_warning_if_a_better_column_gives_the_field()
    {
        var reader = Rows.Reader("Dots");
        var draft = reader.Read(1, null, ["Phone", "Home Phone"], ["+573001234567", null]);

        reader.Refuse(draft, "Home Phone", "contains a list");

        Assert.Empty(draft.Problems);
        Assert.Equal(["The column 'Home Phone' was ignored in rows where 'Phone' has a different Phone"], draft.Warnings);
    }

    [Theory]
    [InlineData("Home Phone", "Phone")]
    [InlineData("Phone", "Telephone")]
    public void A_value_that_could_not_be_read_is_a_problem_if_only_a_worse_or_an_equal_column_gives_the_field(string given, string unread)
    {
        var reader = Rows.Reader("Dots");
        var draft = reader.Read(1, null, [given, unread], ["+573001234567", null]);

        reader.Refuse(draft, unread, "contains a list");

        Assert.Equal($"The column '{unread}' contains a list", Assert.Single(draft.Problems).Message);
        Assert.Empty(draft.Warnings);
    }

    [Fact]
    public void A_metadata_value_that_is_too_long_is_refused()
    {
        var draft = Rows.Read("Dots", ("metadata.note", new string('x', 4097)));

        Assert.Equal("Metadata", Assert.Single(draft.Problems).Field);
        Assert.Empty(Rows.Read("Dots", ("metadata.note", new string('x', 4096))).Problems);
    }

    [Fact]
    public void Only_the_first_ten_unused_columns_are_named()
    {
        var names = Enumerable.Range(1, 11).Select(i => $"q{i}").ToArray();
        var ten = Rows.Reader("Dots");
        ten.Read(1, null, [.. names[..10], "Email"], new string?[11]);
        var eleven = Rows.Reader("Dots");
        eleven.Read(1, null, names, new string?[11]);

        Assert.EndsWith("'q9', 'q10'.", ten.TakeNews(), StringComparison.Ordinal);
        Assert.EndsWith("'q9', 'q10', ….", eleven.TakeNews(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_similar_to_a_field_is_not_proposed_for_a_field_that_the_command_line_gives()
    {
        var first = Rows.Reader("Dots");
        first.Read(1, null, ["Emial"], [null]);
        var second = Rows.Reader("Dots");
        second.Read(1, null, ["Emial"], [null]);

        Assert.Contains("did you mean Email?", first.TakeNews(), StringComparison.Ordinal);
        Assert.DoesNotContain("did you mean", second.TakeNews(given: [Email]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_doubt_keeps_its_own_key_and_the_time_that_is_known()
    {
        var early = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var draft = Rows.Read("Dots", ("IdempotencyKey", "own"));
        var other = Rows.Read("Dots", ("FirstName", "Ana"));

        draft.Doubt("computed", early);
        draft.Doubt("again", early.AddDays(1));
        other.Doubt("computed", early);

        Assert.Equal((true, early, "own"), (draft.IsDoubtful, draft.DoubtfulSince!.Value, draft[IdempotencyKey]));
        Assert.Equal("computed", other[IdempotencyKey]);
    }

    [Fact]
    public void A_shard_is_written_as_it_is_read() => Assert.Equal("2/3", Shard.Parse("2/3")!.ToString());

    private static RowReader Mapped(string provider, params (string Column, string Target)[] targets) =>
        new(PaymentProviders.Get(provider), PaymentProviders.Names, new ColumnMap(targets.ToDictionary(target => target.Column, target => target.Target)));
}
