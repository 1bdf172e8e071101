using System.CommandLine;
using PaymentCustomers.Cli.Import;

namespace PaymentCustomers.Cli.Commands;

/// <summary><c>payment-customers check</c>: the checks of an import before its first row, without sending anything.</summary>
internal sealed class CheckCommand : Command
{
    private readonly ConnectionOptions _connection = new();
    private readonly InputFileOptions _input = new();

    public CheckCommand(CliHost host)
        : base("check", "Check all rows of a file, and show the field of each column and the problems of each row. Nothing is sent, and no credential is needed.")
    {
        _connection.AddOfflineTo(this);
        _input.AddTo(this, _connection);
        SetAction((result, cancellation) => new Importer(host, Read(result, host)).RunAsync(cancellation));
    }

    private ImportArguments Read(ParseResult result, CliHost host) =>
        new(_input.Read(result, host) with { IsDryRun = true }, _connection.Read(result)) { WantsJson = _input.WantsJson(result) };
}
