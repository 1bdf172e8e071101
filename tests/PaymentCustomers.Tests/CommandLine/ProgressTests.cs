using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Reading;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>How far an import has progressed, and how long the rest will take. The cmdlets and the command line show the same
/// figures.</summary>
public sealed class ProgressTests : CommandLineTest
{
    [Fact]
    public void The_percentage_and_the_time_left_are_computed_from_the_rows_and_the_clock()
    {
        using var ledger = new Rows(this);
        Assert.Equal(new ImportPace(0, 0, 0, null), ImportPace.Of(ledger.Ledger, 400));

        ledger.Add(CustomerOutcome.Created, 100);
        Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(new ImportPace(100, 25, 2, TimeSpan.FromSeconds(150)), ImportPace.Of(ledger.Ledger, 400));
        Assert.Equal("100 of 400, 00:02:30 left", ImportProgress.Describe(ledger.Ledger, 400));

        ledger.Add(CustomerOutcome.Failed, 60);
        ledger.Add(CustomerOutcome.Unknown, 40);
        Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(new ImportPace(200, 50, 2, TimeSpan.FromSeconds(100)), ImportPace.Of(ledger.Ledger, 400));
        Assert.Equal("200 of 400, 100 failed, 00:01:40 left", ImportProgress.Describe(ledger.Ledger, 400));

        ledger.Add(CustomerOutcome.Created, 200);
        Assert.Equal(new ImportPace(400, 100, 4, TimeSpan.Zero), ImportPace.Of(ledger.Ledger, 400));
        Assert.Equal("400 of 400, 100 failed, 00:00:00 left", ImportProgress.Describe(ledger.Ledger, 400));
    }

    [Fact]
    public void Rows_done_by_an_earlier_run_do_not_count_for_the_pace()
    {
        using var ledger = new Rows(this);
        for (var i = 0; i < 900; i++)
            ledger.Ledger.Counts.Add(CustomerOutcome.Created, new PaymentCustomerResult("OnePay", i, CustomerOutcome.Created, new CustomerContent()) { FromJournal = true });
        ledger.Add(CustomerOutcome.Created, 10);
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new ImportPace(910, 91, 1, TimeSpan.FromSeconds(90)), ImportPace.Of(ledger.Ledger, 1000));
    }

    [Fact]
    public void A_remaining_time_of_several_days_is_shown_in_days()
    {
        using var ledger = new Rows(this);
        ledger.Add(CustomerOutcome.Created, 10);
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("10 of 1,000,000, 11.13:46:30 left", ImportProgress.Describe(ledger.Ledger, 1_000_000));
    }

    [Fact]
    public void The_percentage_never_exceeds_100_for_a_file_that_has_grown()
    {
        using var ledger = new Rows(this);
        ledger.Add(CustomerOutcome.Created, 12);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new ImportPace(12, 100, 12, null), ImportPace.Of(ledger.Ledger, 10));
    }

    /// <summary>A ledger and the objects that it needs.</summary>
    private sealed class Rows : IDisposable
    {
        private readonly InputFile _input;
        private readonly ImportFiles _files;

        public Rows(ProgressTests test)
        {
            _input = InputFile.Open(new InputOptions(test.Save("in.csv", Header, Ana)));
            _files = new ImportFiles(new ImportPaths(null, test.PathOf("r.csv"), test.PathOf("c.csv")), _input, Header.Split(','), "OnePay");
            Ledger = new Ledger(_files, test.Clock);
        }

        public Ledger Ledger { get; }

        public void Add(CustomerOutcome outcome, long rows) => Ledger.Counts.Add(outcome, rows);

        public void Dispose()
        {
            _files.Dispose();
            _input.Dispose();
        }
    }
}
