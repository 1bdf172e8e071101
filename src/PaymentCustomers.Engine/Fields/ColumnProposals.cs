namespace PaymentCustomers.Engine.Fields;

/// <summary>Proposes the field that the user may have meant by an unknown column. A proposal is shown, never applied.</summary>
internal static class ColumnProposals
{
    // Words in column names, each with the field that such columns usually contain.
    private const string Stems =
        """
        Email mail;correo
        Phone phone;mobile;celular;telefono;movil;whatsapp
        BusinessName razonsocial;company;empresa
        LastName surname;apellido;lastname;familyname
        FirstName firstname;givenname;nombre;fullname
        DocumentType tipodoc;tipoiden;documenttype
        DocumentNumber documento;cedula;identificacion;document
        BirthDate birth;nacimiento
        AddressLine1 address;street;direccion
        City city;ciudad;municipio
        Postcode postal;postcode;zip
        Country country;pais
        State province;departamento
        """;

    private static readonly (CustomerField Field, string[] Words)[] ByStem =
        [.. from line in Stems.Split('\n', StringSplitOptions.TrimEntries)
            let parts = line.Split(' ')
            select (Enum.Parse<CustomerField>(parts[0]), parts[1].Split(';'))];

    /// <summary>The field with the name most similar to a column's; null if none is similar.</summary>
    public static CustomerField? For(string column)
    {
        var name = ColumnNames.Fold(column);
        if (name.Length < 3)
            return null;
        var most = name.Length < 6 ? 1 : 2;
        var nearest = (from known in ColumnNames.All
                       where known.Value.Role == ColumnRole.Field && known.Key.Length > 3 && Math.Abs(known.Key.Length - name.Length) <= most
                       let distance = Distance(name, known.Key)
                       where distance <= most
                       orderby distance, known.Key.Length, known.Key
                       select (CustomerField?)known.Value.Field).FirstOrDefault();
        if (nearest is not null)
            return nearest;
        foreach (var (field, words) in ByStem)
        {
            if (words.Any(word => name.Contains(word, StringComparison.Ordinal)))
                return field;
        }

        return null;
    }

    /// <summary>The number of letters to insert, delete, change, or swap with the next one (Damerau-Levenshtein distance).</summary>
    private static int Distance(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last) = (last, row);
        }

        return last[^1];
    }
}
