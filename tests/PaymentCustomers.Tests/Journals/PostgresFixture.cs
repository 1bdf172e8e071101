using PaymentCustomers.Soak;

namespace PaymentCustomers.Tests.Journals;

/// <summary>One PostgreSQL server for all tests that need one. Where PostgreSQL is not installed, these tests are
/// skipped.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    internal PostgresServer Server
    {
        get
        {
            if (_server is null)
                Assert.Skip(PostgresServer.Missing!);
            return _server!;
        }
    }

    public async ValueTask InitializeAsync() => _server = PostgresServer.Missing is null ? await PostgresServer.StartAsync() : null;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>The tests that use the shared server, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
