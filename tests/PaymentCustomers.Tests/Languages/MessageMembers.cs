using System.Reflection;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Languages;

/// <summary>A message with arguments.</summary>
/// <param name="Member">The member of a message class.</param>
/// <param name="Arguments">The arguments of the call.</param>
public sealed record MessageCall(MethodInfo Member, object?[] Arguments)
{
    public string Name => Member.Name.Replace("get_", "", StringComparison.Ordinal);

    /// <summary>Returns the message in a language.</summary>
    public string Say(string culture)
    {
        using var language = new UiCulture(culture);
        return Member.Invoke(null, Arguments) is string[] several ? string.Join("; ", several) : (string)Member.Invoke(null, Arguments)!;
    }

    public override string ToString() => $"{Member.DeclaringType!.Namespace}: {Name}({string.Join(", ", Arguments.Select(argument => argument ?? "null"))})";
}

/// <summary>Every message of the engine and of the cmdlets with sample arguments, among them every value of every
/// enumeration.</summary>
internal static class MessageMembers
{
    public static IReadOnlyList<MessageCall> All { get; } =
        [.. from assembly in new[] { typeof(PaymentProviders).Assembly, typeof(Postgres.PostgresJournals).Assembly, Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "PaymentCustomers.PowerShell.dll")) }
            from type in assembly.GetTypes()
            where type.Name.EndsWith("Messages", StringComparison.Ordinal)
            from member in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where member.ReturnType == typeof(string) || member.ReturnType == typeof(string[])
            from arguments in Samples(member.GetParameters())
            select new MessageCall(member, arguments)];

    /// <summary>All combinations of the samples of each parameter.</summary>
    private static IEnumerable<object?[]> Samples(ParameterInfo[] parameters)
    {
        IEnumerable<object?[]> samples = [[]];
        foreach (var (parameter, index) in parameters.Select((parameter, index) => (parameter, index)))
            samples = samples.SelectMany(_ => Sample(parameter, index), (before, one) => (object?[])[.. before, one]).ToList();
        return samples;
    }

    private static object?[] Sample(ParameterInfo parameter, int index)
    {
        var type = parameter.ParameterType;
        if (type.IsEnum)
            return [.. Enum.GetValues(type)];
        if (type == typeof(string))
            return parameter.Name == "what" && parameter.Member.Name == nameof(JournalMessages.JournalOfOther)
                ? ["Provider", "Environment", "Account"]
                : new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable ? [Word(index), null] : [Word(index)];
        if (type == typeof(PaymentError))
            return [.. Enum.GetValues<PaymentErrorId>().Select(id => new PaymentError(id, Word(index)) { RecommendedAction = $"{Word(index)}." })];
        if (type == typeof(long?) || type == typeof(DateTimeOffset?))
            return [.. Sample(Nullable.GetUnderlyingType(type)!, parameter, index), null];
        return Sample(type, parameter, index);
    }

    private static object?[] Sample(Type type, ParameterInfo parameter, int index)
    {
        if (type == typeof(double))
            return [1234.56];
        if (type == typeof(int))
            return [1_234_567 + index];
        if (type == typeof(long))
            return [1_234_567L + index];
        if (type == typeof(char))
            return ['\u0007'];
        if (type == typeof(TimeSpan))
            return parameter.Member.Name == nameof(RunMessages.RunStoppedToWait) ? [TimeSpan.FromSeconds(1234.5), TimeSpan.MaxValue] : [TimeSpan.FromSeconds(1234.5)];
        if (type == typeof(DateTimeOffset))
            return [new DateTimeOffset(2034, 1, 2, 13, 14, 15, TimeSpan.Zero)];
        if (type == typeof(string[]) || type == typeof(IEnumerable<string>) || type == typeof(IReadOnlyList<string>))
            return [new[] { Word(index), $"{Word(index)}Y" }];
        if (type == typeof(IReadOnlyList<long>))
            return [new[] { 12L, 34L }];
        if (type == typeof(IEnumerable<CustomerField>) || type == typeof(IReadOnlyList<CustomerField>))
            return [new[] { CustomerField.City, CustomerField.State }];
        if (type == typeof(IEnumerable<FieldProblem>))
            return [new[] { new FieldProblem("City", PaymentErrorId.CustomerInvalid, Word(index)) }];
        if (type == typeof(PaymentConnection))
            return [new PaymentConnection("sales", "Dots", PaymentEnvironment.Sandbox, new Uri("https://localhost/"), "account", new Secret(""), new Secret(""))];
        if (type == typeof(PaymentProvider))
            return [.. PaymentProviders.All];
        if (type == typeof(PaymentImportCheck))
            return [.. new[] { 0L, 1_234_567L }.Select(notified => new PaymentImportCheck { Path = Word(index), Provider = "OnePay", Environment = PaymentEnvironment.Production, Account = "main", Rows = 12, BlankRows = 0, Valid = 11, Duplicates = 0, Doubtful = 0, Notified = notified, Columns = [], Problems = [], Warnings = [] })];
        throw new Xunit.Sdk.XunitException($"{parameter.Member.Name}: there is no sample for {type}.");
    }

    /// <summary>A word that occurs in no message, and that needs no full stop after it.</summary>
    private static string Word(int index) => $"Qx{(char)('A' + index)}";
}
