using System.Text.RegularExpressions;

namespace PaymentCustomers.Tests.Conventions;

public sealed class ErrorConventionTests
{
    // Scripts rely on these ids, so that none may be renamed or removed.
    private const string Promised =
        "NotConnected CredentialInvalid AuthenticationFailed AccessDenied FieldUnsupported OperationUnsupported CustomerInvalid CustomerNotFound ProviderRejected "
        + "RateLimited ProviderUnavailable ConnectionFailed RequestTimedOut ResponseInvalid OutcomeUnknown JournalLocked JournalMismatch JournalCorrupt";

    [Fact]
    public void Every_promised_error_id_exists() =>
        Assert.Equal([], Promised.Split(' ').Except(Enum.GetNames<PaymentErrorId>()));

    [Fact]
    public void Every_error_id_has_a_PowerShell_error_category()
    {
        var records = Sources.Read("src/PaymentCustomers.PowerShell/ErrorRecords.cs");

        Assert.Equal([], Enum.GetValues<PaymentErrorId>().Where(id => !Regex.IsMatch(records, $@"\bPaymentErrorId\.{id}\b")));
    }

    [Fact]
    public void Every_error_id_is_used()
    {
        var sources = Sources.Of("PaymentCustomers.Engine").Concat(Sources.Of("PaymentCustomers.PowerShell"))
            .Where(file => !file.Path.EndsWith("/ErrorRecords.cs", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [],
            Enum.GetValues<PaymentErrorId>().Where(id => !Sources.Places(sources, $@"\bPaymentErrorId\.{id}\b").Any()));
    }
}
