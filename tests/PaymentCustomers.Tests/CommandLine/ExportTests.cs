using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>Imports files as other programs export them (tests/exports), each with three customers. The table in docs/exports.md
/// shows the results.</summary>
/// <remarks>To add a file, put it there and add a line here. Then run this with the environment variable
/// PAYMENT_CUSTOMERS_EXPORTS=write, and review the difference.</remarks>
public sealed partial class ExportTests : CommandLineTest
{
    private const string LeaveAddress = "--incomplete-address leave";

    private static readonly bool Writes = Environment.GetEnvironmentVariable("PAYMENT_CUSTOMERS_EXPORTS") == "write";

    private static readonly string Table = Path.Combine(Repository.Root, "docs", "exports.md");

    private static readonly (string File, string Program, string Provider, string Options)[] Exports =
    [
        ("shopify", "Shopify, customers", "Dots", ""),
        ("shopify-until-2023", "Shopify, customers, until 2023", "Dots", ""),
        ("woocommerce", "WooCommerce, customers", "Dots", ""),
        ("square", "Square, customers", "Dots", LeaveAddress),
        ("stripe", "Stripe, customers", "Dots", ""),
        ("mailchimp", "Mailchimp, audience", "Dots", ""),
        ("hubspot", "HubSpot, contacts", "Dots", ""),
        ("salesforce", "Salesforce, report of contacts", "Dots", ""),
        ("zoho-crm", "Zoho CRM, contacts", "Dots", ""),
        ("google-contacts", "Google Contacts", "Dots", ""),
        ("google-contacts-until-2024", "Google Contacts, until 2024", "Dots", ""),
        ("outlook", "Outlook, contacts", "Dots", ""),
        ("microsoft-entra", "Microsoft Entra (Graph), users", "Dots", ""),
        ("xero", "Xero, contacts", "Dots", ""),
        ("quickbooks", "QuickBooks, customer contact list", "Dots", ""),
        ("siigo", "Siigo, terceros", "OnePay", ""),
        ("alegra", "Alegra, contactos", "OnePay", "--country-code 57"),
        ("world-office", "World Office, terceros", "OnePay", "--country-code 57"),
        ("helisa", "Helisa, terceros", "OnePay", "--country-code 57"),
        ("dian", "DIAN, información exógena", "OnePay", "--country-code 57"),
    ];

    [Fact]
    public async Task The_table_of_exports_matches_the_results_of_the_imports()
    {
        var text = new StringBuilder(
            """
            # Exports of other programs

            This table shows how `payment-customers import FILE --provider PROVIDER` reads the files that other programs export. Each file
            has three customers and is imported unchanged. A test imports the files of `tests/exports` and compares the results with the table.

            - **read**: columns whose values are sent, or that determine how other columns are read
            - **left out**: columns whose field the provider does not have; one warning lists them
            - **unused**: columns that are not customer fields; one warning lists them

            | program | provider | read | left out | unused | created | refused |
            |---|---|---:|---:|---:|---:|---|

            """.ReplaceLineEndings("\n"));
        foreach (var export in Exports)
            text.Append(await LineAsync(export.File, export.Program, export.Provider, export.Options));

        if (Writes)
        {
            await File.WriteAllTextAsync(Table, text.ToString(), Cancelled);
            Assert.Skip("Written anew, not tested.");
        }

        Assert.Equal((await File.ReadAllTextAsync(Table, Cancelled)).ReplaceLineEndings("\n"), text.ToString());
    }

    [Fact]
    public void Each_exported_file_has_a_line_in_the_table() => Assert.Equal(
        Exports.Select(export => export.File).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(Repository.Root, "tests", "exports");

    private async Task<string> LineAsync(string file, string program, string provider, string options)
    {
        Emulator.Store.Clear();
        var path = Path.Combine(Folder, file + ".csv");
        var rejects = PathOf(file + ".rejects.csv");
        var run = await RunAsync([
            "import", path, "--provider", provider, "--base-uri", Emulator.Address.AbsoluteUri, "--throttle", "1", "--rejects", rejects, "--journal", PathOf(file + ".journal"), "--output", PathOf(file + ".created.csv"), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.True(run.ExitCode is 0 or 1, run.Errors);

        var uses = HeaderOf(path).Select(name => RowColumn.Of(name, PaymentProviders.Get(provider)).Use).ToList();
        var created = provider == "Dots" ? Emulator.Store.DotsCount : Emulator.Store.OnePayCount;
        var refused = run.ExitCode == 0 ? "" : string.Join("; ", (await File.ReadAllLinesAsync(rejects, Cancelled)).Skip(1).Select(Reason).Distinct(StringComparer.Ordinal));
        var with = options.Length == 0 ? provider : $"{provider} `{options}`";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {program} | {with} | {uses.Count(use => use is ColumnUse.Read or ColumnUse.MetadataMember)} | {uses.Count(use => use == ColumnUse.LeftOut)} | {uses.Count(use => use == ColumnUse.Unused)} | {created} | {refused} |\n");
    }

    private static string[] HeaderOf(string path)
    {
        using var file = InputFile.Open(new InputOptions(path));
        using var table = file.Read();
        return table.Columns;
    }

    // The problem of a row, without the row's number.
    private static string Reason(string reject) => Refusal().Match(reject).Groups[1].Value.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("""refused.?"?Row [0-9]+: (.*?)"?[,;\t]2034-""")]
    private static partial Regex Refusal();
}
