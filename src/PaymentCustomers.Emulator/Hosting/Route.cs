namespace PaymentCustomers.Emulator.Hosting;

/// <summary>The route of a request.</summary>
/// <param name="Operation">The operation; for <see cref="EmulatedOperation.Other"/> the response is 404 or 405.</param>
/// <param name="Id">The customer's id in the path.</param>
/// <param name="Allowed">For a known path with another method: the allowed methods.</param>
internal readonly record struct Route(EmulatedOperation Operation, string? Id = null, string? Allowed = null)
{
    /// <summary>Matches the collection's path, and the path of one customer below it.</summary>
    public static Route Match(string method, string path, string collection, bool canDelete, bool canUpdate = false)
    {
        if (!path.StartsWith(collection, StringComparison.Ordinal))
            return new Route(EmulatedOperation.Other);
        var rest = path.AsSpan(collection.Length);
        if (rest.IsEmpty)
        {
            return method switch
            {
                "POST" => new Route(EmulatedOperation.Create),
                "GET" => new Route(EmulatedOperation.List),
                _ => new Route(EmulatedOperation.Other, Allowed: "GET, POST"),
            };
        }

        if (rest.Length < 2 || rest[0] != '/' || rest[1..].Contains('/'))
            return new Route(EmulatedOperation.Other);
        var id = rest[1..].ToString();
        return method switch
        {
            "GET" => new Route(EmulatedOperation.Retrieve, id),
            "DELETE" when canDelete => new Route(EmulatedOperation.Delete, id),
            "POST" when canUpdate => new Route(EmulatedOperation.Update, id),
            _ => new Route(EmulatedOperation.Other, Allowed: (canDelete, canUpdate) switch
            {
                (true, true) => "DELETE, GET, POST",
                (true, false) => "DELETE, GET",
                (false, true) => "GET, POST",
                _ => "GET",
            }),
        };
    }
}
