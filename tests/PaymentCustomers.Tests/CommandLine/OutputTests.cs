namespace PaymentCustomers.Tests.CommandLine;

public sealed class OutputTests : CommandLineTest
{
    [Fact]
    public async Task Every_row_is_written_with_what_became_of_it()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--output", PathOf("out.csv"));

        var lines = LinesOf("out.csv");
        var customer = Assert.Single(Emulator.Store.OnePayCustomers);
        Assert.Equal(
            "Row,Outcome,Provider,Id,IdempotencyKey,FirstName,MiddleName,LastName,BusinessName,Email,Phone,CountryCode,UserId,CustomerType,DocumentType,DocumentNumber,EnableNotifications,Nationality,BirthDate,RelatedTo,Country,City,State,Postcode,AddressLine1,AddressLine2,Metadata",
            lines[0]);
        Assert.Equal($"1,Created,OnePay,{customer.Id},{customer.Key},Ana,,Peña,,ana@example.com,+573001234567,,,natural,CC,1060500333,false,,,,,,,,,,", lines[1]);
        Assert.Equal("2,Failed,OnePay,,,Luis,,Rey,,nobody,+573001234568,,,natural,CC,1060500334,false,,,,,,,,,,", lines[2]);
        Assert.EndsWith("All rows: out.csv\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_imported_again_and_creates_nobody_twice()
    {
        await ImportAsync(Save("in.csv", Header, Ana, Luis), "--output", PathOf("out.csv"));

        var run = await ImportAsync(PathOf("out.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, Emulator.Store.RequestCount);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        Assert.Equal(Bodies.Take(2), Bodies.Skip(2));
    }

    [Fact]
    public async Task Metadata_stays_in_one_cell_and_comes_back()
    {
        string[] target = ["--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri];
        await RunAsync(["import", Save("in.csv", "first_name,last_name,metadata.plan,metadata.n", "Ana,Peña,\"a \"\"b\"\"\",1"), .. target, "--output", PathOf("out.csv")]);

        var run = await RunAsync(["import", PathOf("out.csv"), .. target]);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(",\"{\"\"n\"\":\"\"1\"\",\"\"plan\"\":\"\"a \\\"\"b\\\"\"\"\"}\"", LinesOf("out.csv")[1], StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.RequestCount);
        Assert.Single(Bodies.Distinct());
    }

    [Fact]
    public async Task Rejects_and_output_are_two_files()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--output", PathOf("x.csv"), "--rejects", PathOf("x.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Error: --output names the same file as --rejects: 'x.csv'.\n  Give it another name.\n", run.Errors);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }
}
