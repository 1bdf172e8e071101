namespace PaymentCustomers.Cli;

/// <summary>How the program ends; documented in its help.</summary>
internal static class ExitCode
{
    /// <summary>Every row has its customer.</summary>
    public const int Done = 0;

    /// <summary>It ran to its end, and some rows need a person: they failed, or nobody knows what became of them.</summary>
    public const int Incomplete = 1;

    /// <summary>It could not begin: nothing was sent.</summary>
    public const int CouldNotRun = 2;

    /// <summary>It stopped before its end: run the same again.</summary>
    public const int Stopped = 3;
}
