namespace PaymentCustomers.Cli;

/// <summary>How the program ends; documented in its help.</summary>
internal static class ExitCode
{
    /// <summary>Every row has its customer.</summary>
    public const int Done = 0;

    /// <summary>It ran, and not every row has its customer.</summary>
    public const int Incomplete = 1;

    /// <summary>It could not run: nothing was sent.</summary>
    public const int CouldNotRun = 2;
}
