namespace PaymentCustomers.Engine.Journals;

/// <summary>Distinguishes the address of a shared journal in a database from the path of a journal file.</summary>
internal static class JournalAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    /// <summary>Whether a text is the address of a shared journal and not a path.</summary>
    public static bool IsShared(string path) => Array.Exists(Schemes, scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
