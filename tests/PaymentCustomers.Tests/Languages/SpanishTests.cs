using System.Collections.Concurrent;
using System.Globalization;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Support;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Languages;

/// <summary>Messages as users with a Spanish culture read them. Ids and names are the same as in English.</summary>
public sealed class SpanishTests : RunTest
{
    [Fact]
    public void The_error_of_an_invalid_row_is_in_Spanish()
    {
        using var language = new UiCulture("es-CO");

        var draft = Rows.Read("OnePay", Rows.Least("OnePay", ("Email", "nobody"), ("BirthDate", "x")));
        draft.Give(CustomerField.City, "Bogotá");
        var error = RowErrors.Invalid(Rows.Preparer("OnePay").Prepare(draft));

        Assert.Equal(
            "Fila 1: Email 'n***' no es una dirección de correo electrónico; BirthDate '***' no es una fecha en el formato AAAA-MM-DD; City no es un campo de OnePay.",
            error.Message);
        Assert.Equal(PaymentErrorId.CustomerInvalid, error.Id);
        Assert.Equal(["Email", "BirthDate", "City"], error.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void The_error_for_a_missing_connection_is_in_Spanish()
    {
        using var language = new UiCulture("es-CO");

        var error = ConnectionErrors.NotConnected(null).Error;

        Assert.Equal("No hay ninguna conexión con un proveedor de pagos.", error.Message);
        Assert.Equal("Ejecute Connect-PaymentProvider -Provider <nombre>, o indique -Provider con -Credential o -ApiKey.", error.RecommendedAction);
    }

    [Theory]
    [InlineData("Dots", "DOTS_CLIENT_ID y DOTS_API_KEY")]
    [InlineData("OnePay", "ONEPAY_API_KEY")]
    public void The_error_for_a_missing_connection_to_a_provider_is_in_Spanish(string provider, string variables)
    {
        using var language = new UiCulture("es-CO");

        var error = ConnectionErrors.NotConnected(PaymentProviders.Get(provider)).Error;

        Assert.Equal($"No hay ninguna conexión con {provider}.", error.Message);
        Assert.Equal($"Ejecute Connect-PaymentProvider -Provider {provider}, o indique -Provider con -Credential o -ApiKey, o defina {variables}.", error.RecommendedAction);
    }

    // The providers are created once, but their descriptions are made for each call.
    [Fact]
    public void A_provider_describes_its_credential_in_the_present_language()
    {
        Assert.Equal("-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY", Describe());
        using (new UiCulture("es-CO"))
            Assert.Equal("-ApiKey con una clave que comience con sk_test_ o sk_live_, u ONEPAY_API_KEY", Describe());
        Assert.Equal("-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY", Describe());

        static string Describe() => PaymentProviders.Describe(PaymentProviders.Get("OnePay")).Credential;
    }

    [Theory]
    [InlineData("en-US", "1234 rows: 1200 created, 1 existing, 2 duplicate, 3 failed, 4 unknown, 24 not sent; 2.5 s, 494 rows/s")]
    [InlineData("es-CO", "1234 filas: 1200 creadas, 1 existentes, 2 duplicadas, 3 fallidas, 4 dudosas, 24 no enviadas; 2.5 s, 494 filas/s")]
    public void The_summary_of_a_run_is_in_the_present_language(string culture, string text)
    {
        var summary = new PaymentRunSummary
        {
            Provider = "Dots",
            Environment = PaymentEnvironment.Sandbox,
            Rows = 1234,
            Created = 1200,
            Existing = 1,
            Duplicate = 2,
            Failed = 3,
            Unknown = 4,
            FromJournal = 0,
            NotSent = 24,
            Seconds = 2.5,
        };

        using var language = new UiCulture(culture);

        Assert.Equal(text, summary.ToString());
    }

    [Fact]
    public async Task The_error_of_a_refused_row_is_in_Spanish()
    {
        using var language = new UiCulture("es-CO");
        var target = OnePay(Serve(_ => Answer.Json(422, """{"message":"The email has been taken."}""")));

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        var error = report.Outcomes[0].Error!;
        Assert.Equal("Fila 1: OnePay respondió 422: The email has been taken.", error.Message);
        Assert.Equal("Corrija los valores que indica el proveedor, y envíe la fila de nuevo.", error.RecommendedAction);
        Assert.Equal(PaymentErrorId.ProviderRejected, error.Id);
    }

    [Fact]
    public async Task The_error_of_an_unknown_outcome_is_in_Spanish()
    {
        using var language = new UiCulture("es-CO");
        var server = Serve(_ => Answer.Silent);
        var target = OnePay(server, TimeSpan.FromSeconds(60));

        var running = target.RunAsync(target.Rows(1), new RunOptions { MaximumRetryCount = 0 }, cancellation: Cancel);
        await server.WhenAskedAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(60));
        var error = (await running).Outcomes[0].Error!;

        Assert.Equal("Fila 1: Se agotó el tiempo de espera de la solicitud a OnePay. No se sabe si el cliente se creó.", error.Message);
        Assert.Equal("Ejecute la misma fila de nuevo. Su clave de idempotencia evita un segundo cliente.", error.RecommendedAction);
        Assert.Equal(PaymentErrorId.OutcomeUnknown, error.Id);
    }

    [Fact]
    public async Task The_errors_of_a_stopped_run_are_in_Spanish()
    {
        using var language = new UiCulture("es-CO");
        var target = OnePay(Serve(_ => Answer.Json(429, "{}", "Retry-After: 1800")));

        var report = await target.RunAsync(target.Rows(2), OneByOne, cancellation: Cancel);

        Assert.Equal("OnePay pidió esperar 1800 s. La ejecución se detuvo. Ejecútela de nuevo después del 2034-01-02 03:34:05Z.", report.Stopped!.Message);
        Assert.Equal("Fila 2: no se envió nada por esta fila, porque la ejecución se detuvo antes.", report.Outcomes[1].Error!.Message);
        Assert.Equal([PaymentErrorId.RateLimited, PaymentErrorId.NotSent], report.Errors);
    }

    [Fact]
    public async Task The_error_for_a_journal_in_use_is_in_Spanish()
    {
        using var language = new UiCulture("es-CO");
        var target = OnePay(Serve(_ => Answer.NoCustomers));
        await using var first = FileJournal.Open(JournalPath, target.Connection);

        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, target.Connection)).Error;

        Assert.Equal($"La bitácora '{JournalPath}' está en uso por otra ejecución.", error.Message);
        Assert.Equal(PaymentErrorId.JournalLocked, error.Id);
    }

    [Theory]
    [InlineData("Dots", "La bitácora '{0}' pertenece a otro proveedor: OnePay, no Dots. No se modificó.")]
    [InlineData("OnePay", "La bitácora '{0}' pertenece a otra cuenta: {1}, no other. No se modificó.")]
    public async Task The_error_for_a_journal_of_another_run_is_in_Spanish(string provider, string message)
    {
        using var language = new UiCulture("es-CO");
        var server = Serve(_ => Answer.NoCustomers);
        var own = OnePay(server);
        await (FileJournal.Open(JournalPath, own.Connection)).DisposeAsync();
        var other = provider == "Dots" ? Dots(server).Connection : OtherAccount(own.Connection);

        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, other)).Error;

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, message, JournalPath, own.Connection.Account), error.Message);
    }

    [Fact]
    public async Task A_run_keeps_the_language_of_the_thread_that_started_it_on_other_threads()
    {
        SkipWaits();
        var target = OnePay(Serve(request => request.Number == 1 ? Answer.Reset : Answer.Json(503, "{}")));
        var log = new ThreadLog();
        var client = new ProviderClient(target.Connection, new ProviderClientOptions { Clock = Clock, Timeout = TimeSpan.FromHours(10), Log = log });
        PaymentError? error = null;
        // PowerShell also starts runs from a separate thread, which is the only one with the language.
        var pipeline = new Thread(() => error = RunInSpanish(client, target.Row(1)));

        pipeline.Start();
        await Task.Run(pipeline.Join, Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal("en-US", CultureInfo.CurrentUICulture.Name);
        Assert.Equal("Fila 1: OnePay respondió 503. No se sabe si el cliente se creó.", error!.Message);
        Assert.Contains(log.Lines, line => line is { IsOfPool: true } && line.Message.StartsWith("Create: reintento en ", StringComparison.Ordinal)
            && line.Message.EndsWith(" s (ConnectionLost, intento 2 de 2).", StringComparison.Ordinal));
    }

    private static PaymentConnection OtherAccount(PaymentConnection connection) => new(
        connection.Name, connection.Provider, connection.Environment, connection.BaseUri, "other", connection.ClientId, connection.ApiKey);

    private static PaymentError? RunInSpanish(ProviderClient client, PreparedDraft row)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        var run = new CustomerRun(client, new RunOptions { MaximumRetryCount = 1 }, journal: null, CancellationToken.None);
        run.Submit(row);
        run.WaitAsync().GetAwaiter().GetResult();
        Assert.True(run.TryTake(out var outcome));
        run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return outcome.Error;
    }

    private sealed class ThreadLog : IEngineLog
    {
        public ConcurrentQueue<(bool IsOfPool, string Message)> Lines { get; } = new();

        public bool WantsDebug => false;

        public void Verbose(string message) => Lines.Enqueue((Thread.CurrentThread.IsThreadPoolThread, message));

        public void Debug(string message) => Verbose(message);
    }
}
