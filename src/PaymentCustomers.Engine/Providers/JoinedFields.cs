namespace PaymentCustomers.Engine.Providers;

/// <summary>Several fields that the provider has joined under one name. Their value can be compared, but not split.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Fields">The fields, in the order in which they are joined.</param>
internal sealed record JoinedFields(string Name, List<CustomerField> Fields)
{
    // Without a query, because a new process would compile it for these types before the first row.
    public static List<JoinedFields> Of(IReadOnlyList<ProviderField> fields)
    {
        var all = new List<JoinedFields>();
        foreach (var field in fields)
        {
            if (field is not { IsJoined: true, WireName: { } name })
                continue;
            if (all.Find(joined => joined.Name == name) is { } known)
                known.Fields.Add(field.Field);
            else
                all.Add(new JoinedFields(name, [field.Field]));
        }

        return all;
    }
}
