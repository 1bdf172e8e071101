using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>
/// The cmdlets of the built module. They are read from its metadata without loading it, because PowerShell's own assembly is not
/// available.
/// </summary>
internal static class CmdletShapes
{
    public static ImmutableArray<CmdletShape> All { get; } = Read(Path.Combine(AppContext.BaseDirectory, "PaymentCustomers.PowerShell.dll"));

    private static ImmutableArray<CmdletShape> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeDefinitions
               let type = reader.GetTypeDefinition(handle)
               let cmdlet = Attributes(reader, type.GetCustomAttributes(), "CmdletAttribute").FirstOrDefault()
               where !cmdlet.FixedArguments.IsDefaultOrEmpty
               select new CmdletShape(reader.GetString(type.Name), (string)cmdlet.FixedArguments[0].Value!, (string)cmdlet.FixedArguments[1].Value!)
               {
                   DefaultParameterSet = Named(cmdlet, "DefaultParameterSetName") as string,
                   SupportsShouldProcess = Named(cmdlet, "SupportsShouldProcess") is true,
                   SupportsPaging = Named(cmdlet, "SupportsPaging") is true,
                   HasOutputType = Attributes(reader, type.GetCustomAttributes(), "OutputTypeAttribute").Any(),
                   Parameters = [.. Parameters(reader, type)],
               },
        ];
    }

    /// <summary>The parameters of a type, followed by those of its base types in the same assembly.</summary>
    private static IEnumerable<ParameterShape> Parameters(MetadataReader reader, TypeDefinition type)
    {
        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            var attributes = property.GetCustomAttributes();
            var sets = Attributes(reader, attributes, "ParameterAttribute").Select(Set).ToImmutableArray();
            if (sets.IsEmpty)
                continue;
            var parameterType = property.DecodeSignature(MetadataTypeNames.Instance, null).ReturnType;
            var values = Attributes(reader, attributes, "ValidateSetAttribute").SelectMany(Texts).ToImmutableArray();
            yield return new ParameterShape(reader.GetString(property.Name), parameterType)
            {
                Aliases = [.. Attributes(reader, attributes, "AliasAttribute").SelectMany(Texts)],
                Sets = sets,
                AcceptedValues = values.IsEmpty ? EnumNames(parameterType) : values,
                AcceptsWildcards = Attributes(reader, attributes, "SupportsWildcardsAttribute").Any(),
            };
        }

        if (type.BaseType.Kind != HandleKind.TypeDefinition)
            yield break;
        foreach (var parameter in Parameters(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType)))
            yield return parameter;
    }

    private static IEnumerable<CustomAttributeValue<string>> Attributes(MetadataReader reader, CustomAttributeHandleCollection handles, string name) =>
        from handle in handles
        let attribute = reader.GetCustomAttribute(handle)
        where attribute.Constructor.Kind == HandleKind.MemberReference
        let type = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
        where type.Kind == HandleKind.TypeReference && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == name
        select attribute.DecodeValue(MetadataTypeNames.Instance);

    private static ParameterSetShape Set(CustomAttributeValue<string> parameter) =>
        new(Named(parameter, "ParameterSetName") as string ?? ParameterSetShape.All)
        {
            IsMandatory = Named(parameter, "Mandatory") is true,
            Position = Named(parameter, "Position") as int?,
            IsFromPipeline = Named(parameter, "ValueFromPipeline") is true,
            IsFromPipelineByName = Named(parameter, "ValueFromPipelineByPropertyName") is true,
        };

    private static IEnumerable<string> Texts(CustomAttributeValue<string> attribute) =>
        attribute.FixedArguments is [{ Value: ImmutableArray<CustomAttributeTypedArgument<string>> texts }] ? texts.Select(text => (string)text.Value!) : [];

    private static ImmutableArray<string> EnumNames(string parameterType) =>
        typeof(PaymentCustomer).Assembly.GetType(ParameterShape.WithoutNullable(parameterType)) is { IsEnum: true } type ? [.. Enum.GetNames(type)] : [];

    private static object? Named(CustomAttributeValue<string> attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Name == name).Value;
}
