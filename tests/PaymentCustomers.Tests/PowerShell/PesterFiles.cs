namespace PaymentCustomers.Tests.PowerShell;

public sealed class BordersPester : PesterFile;

public sealed class CasesPester : PesterFile;

public sealed class CompletionPester : PesterFile;

public sealed class ConnectionsPester : PesterFile;

public sealed class DemoPester : PesterFile;

public sealed class EmulatorPester : PesterFile;

public sealed class ErrorsPester : PesterFile;

public sealed class ExportPaymentCustomerTemplatePester : PesterFile;

public sealed class GetPaymentCustomerPester : PesterFile;

public sealed class HelpPester : PesterFile;

public sealed class ImportPaymentCustomerPester : PesterFile;

public sealed class ModulePester : PesterFile;

public sealed class NewPaymentCustomerDotsPester : PesterFile;

public sealed class NewPaymentCustomerOnePayPester : PesterFile;

public sealed class NewPaymentCustomerRunPester : PesterFile;

public sealed class NewPaymentCustomerStopsPester : PesterFile;

public sealed class PackagePester : PesterFile;

public sealed class PicturePester : PesterFile;

public sealed class SamplesAzurePester : PesterFile;

public sealed class SamplesGitHubPester : PesterFile;

public sealed class SamplesMovePester : PesterFile;

public sealed class SamplesScheduledPester : PesterFile;

public sealed class SecretsPester : PesterFile;

public sealed class SetPaymentCustomerPester : PesterFile;

public sealed class ShardPester : PesterFile;

public sealed class SharedJournalPester : PesterFile;

public sealed class SpanishPester : PesterFile;

public sealed class StreamsPester : PesterFile;

public sealed class TestPaymentCustomerPester : PesterFile;

public sealed class ThrottleLimitPester : PesterFile;

public sealed class UnattendedPester : PesterFile;

public sealed class ViewsPester : PesterFile;

public sealed class PesterFileTests
{
    [Fact]
    public void Every_Pester_file_has_a_class() => Assert.Equal(
        PesterFile.All().Select(PesterFile.ClassName).Order(StringComparer.Ordinal),
        typeof(PesterFile).Assembly.GetTypes().Where(type => type.BaseType == typeof(PesterFile)).Select(type => type.Name).Order(StringComparer.Ordinal));
}
