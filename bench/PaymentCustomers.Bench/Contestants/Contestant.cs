namespace PaymentCustomers.Bench.Contestants;

/// <summary>The groups of contestants that are compared with each other.</summary>
internal enum Section
{
    /// <summary>Creating customers.</summary>
    Create,

    /// <summary>Creating customers in a new process, from its first row.</summary>
    Cold,

    /// <summary>A whole command in a new process, from its start to its end.</summary>
    Command,

    /// <summary>Creating customers over https.</summary>
    Https,

    /// <summary>Creating customers at a provider that limits the requests per second.</summary>
    Limited,

    /// <summary>Creating customers from an input that is slower than the provider.</summary>
    SlowInput,

    /// <summary>Reading the whole list.</summary>
    List,

    /// <summary>Reading rows without sending requests.</summary>
    Test,

    /// <summary>Importing the module.</summary>
    Import,

    /// <summary>Memory of long runs.</summary>
    Memory,
}

/// <summary>A program to measure. Each measurement runs in a new process.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Section">The group in which it is compared.</param>
/// <param name="Title">A description for tables.</param>
/// <param name="Start">The command that starts its process.</param>
internal sealed record Contestant(string Name, Section Section, string Title, Func<Job, ProcessCommand> Start)
{
    /// <summary>Whether it runs in PowerShell.</summary>
    public bool NeedsPowerShell { get; init; }

    /// <summary>Whether it is measured without a warm-up.</summary>
    public bool IsCold { get; init; }

    /// <summary>Whether it belongs to this product, or is compared with it.</summary>
    public bool IsOurs { get; init; }

    /// <summary>The approximate maximum rows per second that it reaches.</summary>
    public double Ceiling { get; init; } = 25_000;

    /// <summary>Whether it always sends one request after another.</summary>
    public bool SendsOneByOne { get; init; }

    /// <summary>How much longer than the others it is measured.</summary>
    public double Longer { get; init; } = 1;

    /// <summary>How often it does its work in one measurement, of which the average counts: one pass may take too little time to be measured.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>The maximum number of rows. More rows would not change the result.</summary>
    public int MostRows { get; init; } = int.MaxValue;
}
