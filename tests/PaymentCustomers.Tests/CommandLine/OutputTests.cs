namespace PaymentCustomers.Tests.CommandLine;

public sealed class OutputTests : CommandLineTest
{
    [Fact]
    public async Task The_output_has_every_row_with_a_customer_and_its_id_and_no_other_row()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--output", PathOf("out.csv"));

        var lines = LinesOf("out.csv");
        var customer = Assert.Single(Emulator.Store.OnePayCustomers);
        Assert.Equal([Header + ",customer_id,outcome", $"{Ana},{customer.Id},Created"], lines);
        Assert.Contains("\nRows with a customer: out.csv\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_without_the_added_columns_can_be_imported_like_any_other_file()
    {
        await ImportAsync(Save("in.csv", Header, Ana, Luis), "--output", PathOf("out.csv"));

        var run = await ImportAsync(Save("again.csv", OwnColumns("out.csv")));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, Emulator.Store.RequestCount);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        Assert.Equal(Bodies.Take(2), Bodies.Skip(2));
    }

    [Fact]
    public async Task Metadata_is_written_to_one_cell_and_read_back()
    {
        string[] target = ["--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri];
        await RunAsync(["import", Save("in.csv", "first_name,last_name,metadata", "Ana,Peña,\"{\"\"plan\"\":\"\"a, b\"\"}\""), .. target, "--output", PathOf("out.csv")]);

        var run = await RunAsync(["import", Save("again.csv", OwnColumns("out.csv")), .. target]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Ana,Peña,\"{\"\"plan\"\":\"\"a, b\"\"}\",", LinesOf("out.csv")[1], StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.RequestCount);
        Assert.Single(Bodies.Distinct());
    }

    [Fact]
    public async Task The_same_path_for_output_and_rejects_is_refused()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--output", PathOf("x.csv"), "--rejects", PathOf("x.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Error: --output is the same file as --rejects: 'x.csv'.\n  Use another file name.\n", run.Errors);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }
}
