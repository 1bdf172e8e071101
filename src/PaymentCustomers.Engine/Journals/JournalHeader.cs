namespace PaymentCustomers.Engine.Journals;

/// <summary>The first line of a journal: of which run it is.</summary>
/// <param name="Format">Always <c>payment-customers-journal</c>.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The connection's account: a name or a fingerprint, never a secret.</param>
public sealed record JournalHeader(string Format, int Version, string Provider, string Environment, string Account)
{
    internal const string FormatName = "payment-customers-journal";
    internal const int CurrentVersion = 1;

    /// <summary>The header of a run over a connection.</summary>
    public static JournalHeader For(PaymentConnection connection) =>
        new(FormatName, CurrentVersion, connection.Provider, connection.Environment.ToString(), connection.Account);
}
