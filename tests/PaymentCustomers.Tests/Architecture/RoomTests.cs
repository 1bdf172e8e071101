using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Tests.Conventions;

namespace PaymentCustomers.Tests.Architecture;

/// <summary>A room of the engine is one of its folders. Each room uses only rooms that are listed above it in docs/architecture.md,
/// and the list names the rooms that each one uses.</summary>
public sealed partial class RoomTests
{
    /// <summary>The rows of the table of rooms in docs/architecture.md, from the top.</summary>
    private static readonly IReadOnlyList<(string Name, string[] Sees)> Drawn =
        [.. Row().Matches(Sources.Read("docs/architecture.md"))
            .Select(row => (row.Groups["name"].Value, row.Groups["sees"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)))];

    private static readonly ILookup<string, string> Built = Dependencies().Distinct().ToLookup(pair => pair.From, pair => pair.To);

    [Fact]
    public void The_list_of_rooms_matches_the_folders()
    {
        var folders = Sources.Of("PaymentCustomers.Engine")
            .Select(file => Path.GetDirectoryName(file.Path)!["src/PaymentCustomers.Engine".Length..].Trim('/')).Distinct();

        Assert.Equal(folders.Order(StringComparer.Ordinal), Drawn.Select(room => room.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_room_uses_only_rooms_above_it()
    {
        var height = Drawn.Select((room, index) => (room.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

        Assert.Equal(
            [],
            from room in Built
            from seen in room
            where height[seen] >= height[room.Key]
            select $"{room.Key} uses {seen}");
    }

    [Fact]
    public void Providers_do_not_use_each_other() =>
        Assert.Equal(
            [],
            from room in Built
            where room.Key.StartsWith("Providers/", StringComparison.Ordinal)
            from seen in room
            where seen.StartsWith("Providers/", StringComparison.Ordinal)
            select $"{room.Key} uses {seen}");

    [Fact]
    public void The_list_names_the_rooms_that_each_room_uses() =>
        Assert.Equal(
            Drawn.Select(room => $"{room.Name}: {string.Join(", ", Built[room.Name].OrderBy(Height))}"),
            Drawn.Select(room => $"{room.Name}: {string.Join(", ", room.Sees)}"));

    private static int Height(string room) => Drawn.Select(drawn => drawn.Name).ToList().IndexOf(room);

    /// <summary>Pairs of rooms of which the first uses a type of the second.</summary>
    private static IEnumerable<(string From, string To)> Dependencies()
    {
        var engine = new ArchLoader().LoadAssembly(typeof(PaymentProviders).Assembly).Build();
        return from type in engine.Types
               let room = RoomOf(type.FullName)
               where room is not null
               from dependency in type.Dependencies
               let target = RoomOf(dependency.Target.FullName)
               where target is not null && target != room
               select (room, target);
    }

    private static string? RoomOf(string typeName)
    {
        var match = Room().Match(typeName);
        return match.Success ? match.Groups[1].Value.Replace('.', '/') : null;
    }

    [GeneratedRegex(@"^PaymentCustomers\.Engine\.((?:(?:Providers|Imports)\.\w+(?=\.\w))|\w+)\.")]
    private static partial Regex Room();

    [GeneratedRegex(@"^\| `(?<name>[\w/]+)/` \| [^|]+ \| (?<sees>[\w/, ]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
