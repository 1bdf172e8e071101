using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Tests;

/// <summary>A request as a <see cref="ScriptedServer"/> received it.</summary>
/// <param name="Number">Its number in the order of arrival, from 1.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and the query.</param>
/// <param name="Headers">All headers in their order.</param>
/// <param name="Bytes">The body.</param>
public sealed partial record ScriptedRequest(
    int Number, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Bytes)
{
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Method and target.</summary>
    public string Line => $"{Method} {Target}";

    public string Body => Encoding.UTF8.GetString(Bytes);

    public bool IsCreate => Method == "POST";

    /// <summary>The number of the person that the request creates as a customer (<see cref="Runs.Target.Row"/>).</summary>
    public int Person => int.Parse(EmailNumber().Match(Body).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Completed when the client disconnects without an answer.</summary>
    public Task Gone => _gone.Task;

    public string? Header(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).SingleOrDefault();

    internal void SetGone() => _gone.TrySetResult();

    [GeneratedRegex(@"row(\d+)(?:@|%40)example\.com")]
    private static partial Regex EmailNumber();
}
