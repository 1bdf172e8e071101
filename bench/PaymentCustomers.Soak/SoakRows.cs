using System.Globalization;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Soak;

/// <summary>The kind of an input row.</summary>
internal enum RowKind
{
    /// <summary>A row with its own customer.</summary>
    Distinct,

    /// <summary>A row with the same content as an earlier row.</summary>
    Repeated,

    /// <summary>A row that is not valid.</summary>
    Invalid,
}

/// <summary>The input. The same provider, number and seed give the same rows in every process.</summary>
internal sealed class SoakRows
{
    private const double InvalidShare = 0.003;
    private const double RepeatedShare = 0.05;

    private static readonly string[] FirstNames = ["José", "María", "Sofía", "Ángel", "Núria", "Zoë", "Ana", "Łukasz", "Đỗ", "Renée", "Björn", "李"];
    private static readonly string[] LastNames = ["Muñoz", "Peña", "García Márquez", "O'Brien", "Yáñez", "Gómez", "Ibáñez \"Nené\"", "Müller", "Çelik", "Smith"];
    private static readonly string[] Documents = ["CC", "CE", "PASSPORT", "NIT"];

    private readonly string _provider;
    private readonly int _seed;
    private readonly (RowKind Kind, int Content)[] _rows;

    public SoakRows(string provider, int count, int seed)
    {
        _provider = provider;
        _seed = seed;
        _rows = new (RowKind, int)[count];
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            _rows[i] = Choose(random, i);
    }

    public int Count => _rows.Length;

    public int Repeated => _rows.Count(row => row.Kind == RowKind.Repeated);

    public int Invalid => _rows.Count(row => row.Kind == RowKind.Invalid);

    /// <summary>The kind of a row.</summary>
    /// <param name="row">The row number, from 1.</param>
    public RowKind KindOf(long row) => _rows[row - 1].Kind;

    /// <summary>The rows in the form in which they are sent over a connection.</summary>
    public IEnumerable<PreparedDraft> Prepare(PaymentConnection connection)
    {
        var preparer = new DraftPreparer(PaymentProviders.Get(connection.Provider), new KeyScope(connection));
        for (var i = 0; i < _rows.Length; i++)
            yield return preparer.Prepare(Draft(i));
    }

    /// <summary>Chooses the kind of a row. Repeated rows are both near to and far from their first row.</summary>
    private (RowKind, int) Choose(Random random, int index)
    {
        var dice = random.NextDouble();
        if (dice < InvalidShare)
            return (RowKind.Invalid, index);
        if (dice < InvalidShare + RepeatedShare && index > 0)
        {
            var first = _rows[Math.Max(0, index - 1 - random.Next(random.Next(2) == 0 ? 3 : index))];
            if (first.Kind != RowKind.Invalid)
                return (RowKind.Repeated, first.Content);
        }

        return (RowKind.Distinct, index);
    }

    private Draft Draft(int index)
    {
        var (kind, content) = _rows[index];
        var random = new Random(HashCode(_seed, content));
        var number = content.ToString(CultureInfo.InvariantCulture);
        var draft = new Draft(index + 1)
        {
            [CustomerField.FirstName] = FirstNames[random.Next(FirstNames.Length)],
            [CustomerField.LastName] = LastNames[random.Next(LastNames.Length)],
            [CustomerField.Email] = kind == RowKind.Invalid ? "nobody at nowhere" : $"soak.{number}@example.com",
            [CustomerField.Phone] = $"+57300{content:D7}",
        };
        if (_provider == "OnePay")
            AddDocument(draft, random, content);
        else
            AddMetadataAndAddress(draft, random, content);
        return draft;
    }

    private static void AddMetadataAndAddress(Draft draft, Random random, int content)
    {
        if (random.Next(4) == 0)
            draft[CustomerField.Metadata] = $$"""{"número":{{content}},"who":"Peña & Söhne"}""";
        if (random.Next(4) != 0)
            return;
        draft[CustomerField.Country] = "CO";
        draft[CustomerField.City] = "Bogotá";
        draft[CustomerField.State] = "Cundinamarca";
        draft[CustomerField.Postcode] = "110111";
        draft[CustomerField.AddressLine1] = $"Calle {random.Next(200)} № {content}";
    }

    private static void AddDocument(Draft draft, Random random, int content)
    {
        draft[CustomerField.DocumentType] = Documents[random.Next(Documents.Length)];
        draft[CustomerField.DocumentNumber] = (1_060_000_000 + content).ToString(CultureInfo.InvariantCulture);
        draft[CustomerField.EnableNotifications] = "false";
        if (random.Next(3) == 0)
            draft[CustomerField.BirthDate] = $"19{random.Next(50, 99)}-0{random.Next(1, 10)}-1{random.Next(10)}";
    }

    // System.HashCode is not used, because it is different in every process.
    private static int HashCode(int seed, int content) => unchecked((seed * 31) ^ (content * (int)2654435761u));
}
