using PaymentCustomers.Postgres;

namespace PaymentCustomers.Tests.Journals;

public sealed class PostgresAddressTests
{
    private static PostgresAddress Parse(string address, params (string Name, string Value)[] variables) =>
        PostgresAddress.Parse(address, name => Array.Find(variables, variable => variable.Name == name).Value);

    [Fact]
    public void An_address_has_the_form_of_a_PostgreSQL_URI()
    {
        var address = Parse("postgresql://ana%40x@db.example.com:6543/march?run=customers%202026&lease=30&sslmode=verify-full");

        Assert.Equal(
            ("db.example.com", 6543, "march", "ana@x", Npgsql.SslMode.VerifyFull),
            (address.Connection.Host, address.Connection.Port, address.Connection.Database, address.Connection.Username, address.Connection.SslMode));
        Assert.Equal(("customers 2026", TimeSpan.FromSeconds(30)), (address.Run, address.Lease));
        Assert.Null(address.Connection.Password);
        Assert.Equal("postgresql://db.example.com/march?run=customers%202026", address.ToString());
    }

    [Fact]
    public void Missing_parts_of_an_address_come_from_the_variables_of_PostgreSQL()
    {
        var address = Parse("postgres:///?run=x", ("PGHOST", "/run/db"), ("PGPORT", "5433"), ("PGUSER", "ana"), ("PGDATABASE", "march"));

        Assert.Equal(("/run/db", 5433, "ana", "march"), (address.Connection.Host, address.Connection.Port, address.Connection.Username, address.Connection.Database));
        Assert.Equal(TimeSpan.FromSeconds(60), address.Lease);
    }

    [Theory]
    [InlineData("postgresql://ana:hunter2@db/march?run=x")]
    [InlineData("postgresql://ana@db/march?run=x&password=hunter2")]
    [InlineData("postgresql://ana@db/march?run=x&sslpassword=hunter2")]
    public void A_password_in_an_address_is_refused_and_not_repeated(string text)
    {
        var error = Assert.Throws<PaymentException>(() => Parse(text)).Error;

        Assert.Equal(PaymentErrorId.JournalFailed, error.Id);
        Assert.Contains("contains a password", error.Message, StringComparison.Ordinal);
        Assert.Contains("PGPASSWORD", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message + error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://db/march", "does not contain the name of a run")]
    [InlineData("postgresql://db/march?run=", "does not contain the name of a run")]
    [InlineData("postgresql://db/march?run=x&color=red", "'color' is not an option")]
    [InlineData("postgresql://db:port/march?run=x", "'port'")]
    [InlineData("postgresql://db/march?run=x&lease=0", "'lease'")]
    [InlineData("postgresql://db/march?run=x&sslmode=maybe", "'sslmode'")]
    public void An_invalid_address_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<PaymentException>(() => Parse(text)).Error.Message, StringComparison.Ordinal);
}
