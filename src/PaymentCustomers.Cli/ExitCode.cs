namespace PaymentCustomers.Cli;

/// <summary>The exit codes of the program, as documented in its help.</summary>
internal static class ExitCode
{
    /// <summary>Every row has its customer.</summary>
    public const int Done = 0;

    /// <summary>It completed, but some rows need attention: they failed, or their result is not known.</summary>
    public const int Incomplete = 1;

    /// <summary>It could not start. Nothing was sent.</summary>
    public const int CouldNotRun = 2;

    /// <summary>It stopped before the end. Run the same command again.</summary>
    public const int Stopped = 3;
}
