namespace PaymentCustomers.Tests;

/// <summary>The folder of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PaymentCustomers.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new DirectoryNotFoundException("These tests run inside the repository only."));
}
