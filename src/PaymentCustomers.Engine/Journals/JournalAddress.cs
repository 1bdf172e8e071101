namespace PaymentCustomers.Engine.Journals;

/// <summary>Tells the path of a journal's file from the address of a shared journal in a database.</summary>
internal static class JournalAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    /// <summary>Whether a text is the address of a shared journal, and no path.</summary>
    public static bool IsShared(string path) => Array.Exists(Schemes, scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
