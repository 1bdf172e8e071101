namespace PaymentCustomers.Bench;

/// <summary>Paths in the repository.</summary>
internal static class Places
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Results { get; } = Path.Combine(Root, "bench", "results");

    public static string CommandLine { get; } = Path.Combine(Root, "out", "cli", "payment-customers.dll");

    public static string Emulator { get; } = Path.Combine(Root, "out", "emulator", "payment-customers-emulator.dll");

    public static string Module { get; } = Path.Combine(Root, "out", "PaymentCustomers", "PaymentCustomers.psd1");

    public static string EmptyModule { get; } = Path.Combine(Root, "out", "EmptyModule", "EmptyModule.psd1");

    public static string Script(string name) => Path.Combine(Root, "bench", "PaymentCustomers.Bench", "Scripts", name);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PaymentCustomers.sln"))
            ? folder
            : Find(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))
                ?? throw new DirectoryNotFoundException("The benchmark runs inside the repository only."));
}
