namespace PaymentCustomers.Bench.Contestants;

/// <summary>What is compared with what.</summary>
internal enum Section
{
    /// <summary>Creating customers.</summary>
    Create,

    /// <summary>Reading the whole list.</summary>
    List,

    /// <summary>Taking rows without sending any.</summary>
    Test,

    /// <summary>Importing the module.</summary>
    Import,

    /// <summary>Memory of long runs.</summary>
    Memory,
}

/// <summary>One that is measured, each time in a process of its own.</summary>
/// <param name="Name">How it is asked for.</param>
/// <param name="Section">What it takes part in.</param>
/// <param name="Title">What it is.</param>
/// <param name="Start">How its process is started.</param>
internal sealed record Contestant(string Name, Section Section, string Title, Func<Job, ProcessCommand> Start)
{
    /// <summary>Whether it runs in PowerShell.</summary>
    public bool NeedsPowerShell { get; init; }

    /// <summary>Whether it is ours, or what ours is held against.</summary>
    public bool IsOurs { get; init; }

    /// <summary>About the most rows a second that it is good for.</summary>
    public double Ceiling { get; init; } = 25_000;

    /// <summary>Whether it sends one request after the other whatever it is told.</summary>
    public bool SendsOneByOne { get; init; }

    /// <summary>More rows than this would not tell more.</summary>
    public int MostRows { get; init; } = int.MaxValue;
}
