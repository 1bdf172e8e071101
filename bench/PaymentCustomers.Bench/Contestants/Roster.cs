using System.Globalization;
using PaymentCustomers.Bench.Measuring;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>The list of contestants.</summary>
internal static class Roster
{
    public const string Loop = "invoke-restmethod";
    public const string Parallel = "foreach-parallel";
    public const string Bare = "bare";
    public const string Engine = "engine";
    public const string EngineJournal = "engine-journal";
    public const string CommandLine = "command-line";
    public const string Cmdlet = "cmdlet";
    public const string CmdletJournal = "cmdlet-journal";
    public const string CmdletFile = "cmdlet-file";
    public const string BareList = "bare-list";
    public const string CmdletList = "cmdlet-list";
    public const string EmptyTest = "empty-test";
    public const string CmdletTest = "cmdlet-test";
    public const string EmptyImport = "empty-import";
    public const string ModuleImport = "module-import";

    public const string ColdBare = "cold-bare";
    public const string ColdCommandLine = "cold-command-line";
    public const string ColdCmdlet = "cold-cmdlet";
    public const string ColdLoop = "cold-invoke-restmethod";
    public const string EmptyPowerShell = "empty-pwsh";
    public const string Nightly = "nightly-cmdlet";
    public const string NightlyCommandLine = "nightly-command-line";
    public const string HttpsBare = "https-bare";
    public const string HttpsCmdlet = "https-cmdlet";
    public const string Fixed = "limited-fixed";
    public const string Adaptive = "limited-auto";
    public const string SlowInput = "slow-input";
    public const string SlowInputCmdlet = "slow-input-cmdlet";

    // The first rows of a process.
    private const int ColdRows = 10_000;
    private const int NightlyRows = 1000;

    // Auto needs some seconds to find the rate.
    private const double LongerAtALimit = 3;

    // The input waits for the first row, which is sent alone, and after the input the last row is answered: together 400 ms, however many
    // rows there are.
    private const double LongerWithSlowInput = 1.5;

    private const double CeilingOfLists = 400_000;

    // The list is read in a fifth of a second.
    private const int ListPasses = 10;

    private const double CeilingOfTests = 100_000;

    // The rate of a script does not depend on the number of rows.
    private const int RowsOfScripts = 3000;

    public static IReadOnlyList<Contestant> All { get; } =
    [
        new(Loop, Section.Create, "Invoke-RestMethod in a loop", job => Script("Invoke-RestMethod.ps1", job))
        {
            NeedsPowerShell = true, Ceiling = 900, SendsOneByOne = true, MostRows = RowsOfScripts,
        },
        new(Parallel, Section.Create, "ForEach-Object -Parallel", job => Script("ForEach-Parallel.ps1", job, "-ThrottleLimit", Throttle(job)))
        {
            NeedsPowerShell = true, Ceiling = 350, MostRows = RowsOfScripts,
        },
        new(Bare, Section.Create, "bare HttpClient", job => Self(Bare, job)),
        new(Engine, Section.Create, "engine", job => Self(Engine, job)) { IsOurs = true },
        new(EngineJournal, Section.Create, "engine, journal", job => Self(Engine, job, "--journal", job.Files.Journal)) { IsOurs = true },
        new(CommandLine, Section.Create, "command line", Importing) { IsOurs = true },
        Creating(Cmdlet, "New-PaymentCustomer", withJournal: false),
        Creating(CmdletJournal, "New-PaymentCustomer, journal", withJournal: true),
        new(CmdletFile, Section.Create, "Import-PaymentCustomer", job => Script(
            "Import-PaymentCustomer.ps1", job, "-Module", job.Module, "-ThrottleLimit", Throttle(job), "-Journal", job.Files.Journal))
        {
            NeedsPowerShell = true, IsOurs = true,
        },

        new(ColdBare, Section.Cold, "bare HttpClient", job => Self(Bare, job)) { IsCold = true, MostRows = ColdRows },
        new(ColdCommandLine, Section.Cold, "command line", Program) { IsCold = true, MostRows = ColdRows, IsOurs = true },
        Creating(ColdCmdlet, "New-PaymentCustomer", withJournal: false) with { Section = Section.Cold, IsCold = true, MostRows = ColdRows },
        new(ColdLoop, Section.Cold, "Invoke-RestMethod in a loop", job => Script("Invoke-RestMethod.ps1", job))
        {
            NeedsPowerShell = true, Ceiling = 900, SendsOneByOne = true, MostRows = RowsOfScripts, IsCold = true,
        },
        new(EmptyPowerShell, Section.Command, "pwsh that does nothing", _ => ProcessCommand.Script("Empty.ps1")) { NeedsPowerShell = true, IsCold = true, MostRows = NightlyRows },
        Creating(Nightly, "New-PaymentCustomer", withJournal: false) with { Section = Section.Command, IsCold = true, MostRows = NightlyRows },
        new(NightlyCommandLine, Section.Command, "command line", Program) { IsCold = true, MostRows = NightlyRows, IsOurs = true },
        new(HttpsBare, Section.Https, "bare HttpClient", job => Self(Bare, job)),
        Creating(HttpsCmdlet, "New-PaymentCustomer", withJournal: false) with { Section = Section.Https },
        Creating(Fixed, "New-PaymentCustomer -ThrottleLimit 8", withJournal: false) with { Section = Section.Limited, IsCold = true, Longer = LongerAtALimit },
        Creating(Adaptive, "New-PaymentCustomer -ThrottleLimit Auto", withJournal: false, "Auto") with { Section = Section.Limited, IsCold = true, Longer = LongerAtALimit },
        Slow(SlowInput, "the input alone", _ => ""),
        Slow(SlowInputCmdlet, "New-PaymentCustomer", job => job.Module) with { IsOurs = true },

        new(BareList, Section.List, "bare HttpClient", job => Self(BareList, job, "--passes", Text(ListPasses))) { Ceiling = CeilingOfLists, Passes = ListPasses },
        new(CmdletList, Section.List, "Get-PaymentCustomer", job => ProcessCommand.Script(
            "Get-PaymentCustomer.ps1", "-Module", job.Module, "-BaseUri", Address(job), "-Customers", Text(job.Rows), "-Passes", Text(ListPasses), "-WarmUp", Text(job.WarmUp)))
        {
            NeedsPowerShell = true, IsOurs = true, Ceiling = CeilingOfLists, Passes = ListPasses,
        },

        Testing(EmptyTest, "a cmdlet that does nothing", _ => Places.EmptyModule, "Test-Nothing"),
        Testing(CmdletTest, "Test-PaymentCustomer", job => job.Module, "Test-PaymentCustomer", "-Provider", EmulatorProcess.Provider) with { IsOurs = true },

        Importing(EmptyImport, "an empty binary module", _ => Places.EmptyModule),
        Importing(ModuleImport, "PaymentCustomers", job => job.Module) with { IsOurs = true },
    ];

    /// <summary>The contestants whose memory is measured, in long runs.</summary>
    public static IReadOnlyList<Contestant> Remembering { get; } =
        [.. All.Where(one => one.Name is Cmdlet or CmdletJournal or CmdletFile).Select(one => one with { Section = Section.Memory })];

    public static Contestant Get(string name) => All.First(one => one.Name == name);

    private static ProcessCommand Importing(Job job) => Self(CommandLine, job, "--files", job.Files.Rows(job.Rows), job.Files.WarmUp(job.WarmUp));

    // The last line of its output is a report that contains the seconds.
    private static ProcessCommand Program(Job job) => ProcessCommand.CommandLine(
        job.Program,
        ["import", job.Files.Rows(job.Rows), "--provider", EmulatorProcess.Provider, "--base-uri", Address(job), "--throttle", Throttle(job), "--json", "--journal", job.Files.Journal]);

    private static Contestant Slow(string name, string title, Func<Job, string> module) =>
        new(name, Section.SlowInput, title, job => Script("Slow-Input.ps1", job, "-Module", module(job), "-ThrottleLimit", Throttle(job)))
        {
            NeedsPowerShell = true,
            Longer = LongerWithSlowInput,
        };

    private static Contestant Creating(string name, string title, bool withJournal, string? throttle = null) => new(name, Section.Create, title, job => Script(
        "New-PaymentCustomer.ps1",
        job,
        ["-Module", job.Module, "-ThrottleLimit", throttle ?? Throttle(job), .. withJournal ? new[] { "-Journal", job.Files.Journal } : []]))
    {
        NeedsPowerShell = true,
        IsOurs = true,
    };

    private static Contestant Testing(string name, string title, Func<Job, string> module, string command, params string[] more) =>
        new(name, Section.Test, title, job => ProcessCommand.Script(
            "Test-Rows.ps1",
            ["-Module", module(job), "-Command", command, "-Rows", job.Files.Rows(job.Rows), "-WarmUp", job.Files.WarmUp(job.WarmUp), .. more]))
        {
            NeedsPowerShell = true,
            Ceiling = CeilingOfTests,
        };

    private static Contestant Importing(string name, string title, Func<Job, string> module) =>
        new(name, Section.Import, title, job => ProcessCommand.Script("Import-Module.ps1", "-Module", module(job))) { NeedsPowerShell = true };

    private static ProcessCommand Script(string script, Job job, params string[] more) => ProcessCommand.Script(
        script, ["-BaseUri", Address(job), "-Rows", job.Files.Rows(job.Rows), "-WarmUp", job.WarmUp == 0 ? "" : job.Files.WarmUp(job.WarmUp), .. more]);

    private static ProcessCommand Self(string name, Job job, params string[] more) => ProcessCommand.Self(
        [ContestantCommand.Name, name, "--base-uri", Address(job), "--rows", Text(job.Rows), "--warm-up", Text(job.WarmUp), "--throttle", Throttle(job), .. more]);

    private static string Address(Job job) => job.BaseUri!.AbsoluteUri.TrimEnd('/');

    private static string Throttle(Job job) => Text(job.Cell.Throttle);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
