using System.Text;
using PaymentCustomers.Cli;
using PaymentCustomers.Emulator;
using Spectre.Console;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>Runs the program in this process, against an emulator and in a temporary folder.</summary>
public abstract class CommandLineTest : IAsyncLifetime
{
    protected const string Key = "sk_test_commandline";
    protected const string Header = "user_type,first_name,last_name,email,phone,document_type,document_number,enable_notifications";
    protected const string Ana = "natural,Ana,Peña,ana@example.com,+573001234567,CC,1060500333,false";
    protected const string Luis = "natural,Luis,Rey,luis@example.com,+573001234568,CC,1060500334,false";
    protected const string Eva = "natural,Eva,Gil,eva@example.com,+573001234569,CC,1060500335,false";
    protected const string BadEmail = "natural,Luis,Rey,nobody,+573001234568,CC,1060500334,false";
    protected const string AnaBody =
        """{"first_name":"Ana","last_name":"Peña","email":"ana@example.com","phone":"+573001234567","user_type":"natural","document_type":"CC","document_number":"1060500333","enable_notifications":false}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("payment-customers-").FullName;

    private int _imports;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected ProviderEmulator Emulator { get; private set; } = null!;

    /// <summary>The program's environment variables.</summary>
    protected Dictionary<string, string> Variables { get; } = new() { ["ONEPAY_API_KEY"] = Key, ["DOTS_CLIENT_ID"] = "client", ["DOTS_API_KEY"] = "dots-key" };

    /// <summary>The program's standard input.</summary>
    protected string Input { get; set; } = "";

    protected bool IsKeyboard { get; set; }

    /// <summary>Whether standard output is a terminal of 80 columns.</summary>
    protected bool IsTerminal { get; set; }

    /// <summary>Whether that terminal understands escape sequences.</summary>
    protected bool HasAnsi { get; set; }

    /// <summary>The program's clock, which ends waits between attempts at once.</summary>
    protected TestClock Clock { get; } = new() { SkipUpTo = TimeSpan.FromSeconds(30) };

    /// <summary>The bodies of the received requests.</summary>
    protected IEnumerable<string> Bodies => Emulator.Store.Requests.Select(request => request.Body);

    public async ValueTask InitializeAsync() => Emulator = await ProviderEmulator.StartAsync(cancellationToken: Cancelled);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes lines to a file in UTF-8 without a byte order mark.</summary>
    protected string Save(string name, params string[] lines) => Save(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    protected string Save(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    protected string[] LinesOf(string name) => File.ReadAllLines(PathOf(name));

    /// <summary>The lines of a file of results without the two columns that an import adds.</summary>
    protected string[] OwnColumns(string name) =>
        [.. LinesOf(name).Select(line => line[..line.LastIndexOf(',', line.LastIndexOf(',') - 1)])];

    /// <summary>The names of the files in the test's folder.</summary>
    protected string[] FileNames() => [.. Directory.GetFiles(PathOf(".")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Imports a file to the emulator's OnePay, one row at a time and without retries, so that a test can tell which
    /// request belongs to which row.</summary>
    protected Task<Run> ImportAsync(string path, params string[] more) =>
        RunAsync(["import", path, "--provider", "OnePay", "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1", "--retries", "0", .. Journal(more), .. more]);

    /// <summary>Each import gets its own journal unless a test passes one, so that imports of one test do not continue each
    /// other.</summary>
    private string[] Journal(string[] more) => more.Contains("--journal") ? [] : ["--journal", PathOf($"{++_imports}.journal")];

    /// <summary>Imports lines to the emulator's OnePay.</summary>
    protected Task<Run> ImportLinesAsync(params string[] lines) => ImportAsync(Save("in.csv", lines));

    protected Task<Run> RunAsync(params string[] args) => RunUntilAsync(Cancelled, args);

    protected async Task<Run> RunUntilAsync(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var host = Host(output, errors);
        var exitCode = await PaymentCustomers.Cli.CommandLine.RunAsync(args, host, cancellation);
        return new Run(exitCode, Normalize(output), Normalize(errors));
    }

    private protected CliHost Host(TextWriter output, TextWriter errors) => new()
    {
        In = new StringReader(Input),
        Out = output,
        Error = errors,
        Console = IsTerminal ? Terminal(output) : CliHost.PlainConsole(output),
        IsTerminal = IsTerminal,
        IsKeyboard = IsKeyboard,
        Variable = name => Variables.GetValueOrDefault(name),
        Clock = Clock,
    };

    /// <summary>Replaces what differs from run to run: the folder, the emulator's address and line ends.</summary>
    private string Normalize(StringWriter text) => text.ToString()
        .ReplaceLineEndings("\n")
        .Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(Emulator.Address.Authority, "EMULATOR", StringComparison.Ordinal);

    private IAnsiConsole Terminal(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasAnsi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasAnsi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = HasAnsi ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            EnvironmentVariables = [],
        });
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    protected sealed record Run(int ExitCode, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
