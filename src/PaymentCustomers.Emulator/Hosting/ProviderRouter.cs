namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// Selects the provider by the first part of the path, <c>/NAME/…</c>, so that providers can have the same paths below it. Some
/// providers can also be addressed without their name.
/// </summary>
internal sealed class ProviderRouter
{
    private readonly (string Name, IProviderApi Api)[] _byName;
    private readonly (string Root, IProviderApi Api)[] _byRoot;

    /// <exception cref="ArgumentException">Two providers would respond to the same path.</exception>
    public ProviderRouter(IReadOnlyList<IProviderApi> providers)
    {
        _byName = [.. providers.Select(api => ($"/{api.Definition.Provider.Name}", api))];
        _byRoot = [.. providers.Where(api => api.Definition.AnswersWithoutName).Select(api => ($"{api.Definition.BasePath}/", api))];
        if (_byName.Select(known => known.Name).Concat(_byRoot.Select(known => known.Root)).GroupBy(path => path).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two providers have the path {twice.Key}.", nameof(providers));
    }

    /// <summary>The provider that a path belongs to, and the path below the provider's name.</summary>
    public (IProviderApi? Api, string Path) Find(string path)
    {
        foreach (var (name, api) in _byName)
        {
            if (path.Length > name.Length && path[name.Length] == '/' && path.StartsWith(name, StringComparison.Ordinal))
                return (api, path[name.Length..]);
        }

        foreach (var (root, api) in _byRoot)
        {
            if (path.StartsWith(root, StringComparison.Ordinal))
                return (api, path);
        }

        return (null, path);
    }
}
