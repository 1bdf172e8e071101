using System.CommandLine;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Commands;

// What the command line can say of an import.
internal sealed partial class ImportCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the file whole and say what its columns are read as and what is wrong with which rows. Nothing is sent; no credential is needed." };

    private readonly Option<string?> _rejects = new("--rejects")
    {
        Description = "Write the rows without a customer here, as they are and with what is known of them behind, to correct and import again. NAME.rejects.csv beside FILE unless given.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Write the rows with their customer's id here. NAME.created.csv beside FILE unless given.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _emulator = new("--emulator") { Description = $"Send to an emulator on this machine, which ends with the command: a demonstration. It keeps no journal unless --journal names one. Needs the program {EmulatorProgram.Name}." };

    private readonly Option<TimeSpan?> _maximumTime = new("--maximum-time")
    {
        Description = "The longest that the run may take, such as 30m, 2h or 00:30:00. Then nothing more is sent, and it ends with exit code 3.",
        HelpName = "TIME",
        CustomParser = OptionParsers.MaximumTime,
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "Record the run here. The same command goes on where it stopped, and sends nothing twice. NAME.PROVIDER-ENVIRONMENT.journal beside FILE unless given. Several machines share a journal in a database: postgresql://user@host/database?run=name.",
        HelpName = "FILE|ADDRESS",
    };

    private readonly Option<Shard?> _shard = new("--shard")
    {
        Description = "Create only a part of the file, such as 2/8, the second of eight: each part is a run of its own, with files of its own. Equal rows are in the same part.",
        HelpName = "I/N",
        CustomParser = OptionParsers.Shard,
    };

    private readonly Option<int> _throttle = new("--throttle")
    {
        Description = "The most requests at once.",
        HelpName = "N",
        DefaultValueFactory = _ => new RunOptions().ThrottleLimit,
        CustomParser = OptionParsers.Whole(1, 256),
    };

    private readonly Option<long?> _first = new("--first")
    {
        Description = "Send only the first rows. The same command without it goes on behind them.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<long?> _maxErrors = new("--max-errors")
    {
        Description = "Stop when so many rows have failed.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
    };

    private readonly Option<string?> _report = new("--report") { Description = "Write what came of it here, as a page of HTML.", HelpName = "FILE" };

    private readonly Option<bool> _showPersonalData = new("--show-personal-data") { Description = "Show names, addresses and numbers whole in the report." };

    private readonly Option<bool> _yes = new("--yes") { Description = "Ask nothing before the first row in production." };
}
