using System.CommandLine;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

// The options of the import command.
internal sealed partial class ImportCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check all rows of the file, and show the field of each column and the problems of each row. Nothing is sent, and no credential is needed." };

    private readonly Option<string?> _rejects = new("--rejects")
    {
        Description = "The file for the rows that have no customer, with extra columns for their state, to correct and import again. The default is NAME.rejects.csv in the folder of FILE.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file for the rows that have a customer, with the customer's id. The default is NAME.created.csv in the folder of FILE.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _emulator = new("--emulator") { Description = $"Send to an emulator on this computer, as a demonstration. The emulator ends with the command. No journal is written unless --journal specifies one. Requires the program {EmulatorProgram.Name}." };

    private readonly Option<TimeSpan?> _maximumTime = new("--maximum-time")
    {
        Description = "The maximum time of the run, such as 30m, 2h or 00:30:00. After this time nothing more is sent, and the exit code is 3.",
        HelpName = "TIME",
        CustomParser = OptionParsers.MaximumTime,
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "The journal of the run. With it, the same command continues where it stopped, and no row is created twice. The default is NAME.PROVIDER-ENVIRONMENT.journal in the folder of FILE. Several computers can share a journal in a database: postgresql://user@host/database?run=name.",
        HelpName = "FILE|ADDRESS",
    };

    private readonly Option<Shard?> _shard = new("--shard")
    {
        Description = "Import only one part of the file, such as 2/8 for the second of eight. Each part is a separate run with its own files. Equal rows are in the same part.",
        HelpName = "I/N",
        CustomParser = OptionParsers.Shard,
    };

    private readonly Option<int?> _throttle = new("--throttle")
    {
        Description = "The maximum number of requests at the same time, from 1 to 256, or auto: as many as the provider takes.",
        HelpName = "N|auto",
        DefaultValueFactory = _ => new RunOptions().ThrottleLimit,
        CustomParser = OptionParsers.WholeOrAuto(1, 256),
    };

    private readonly Option<long?> _first = new("--first")
    {
        Description = "Send only the first N rows. The same command without this option continues after them.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<long?> _maxErrors = new("--max-errors")
    {
        Description = "Stop when N rows have failed.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<string?> _report = new("--report") { Description = "The file for a report of the results, as HTML.", HelpName = "FILE" };

    private readonly Option<bool> _showPersonalData = new("--show-personal-data") { Description = "Show personal data in the report without masking it." };

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask for confirmation before the first row in production." };
}
