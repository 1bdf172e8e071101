using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PaymentCustomers.Tests.Conventions;

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="IsBoundByName">Whether a set binds it from the pipeline by property name.</param>
internal sealed record ParameterShape(string Name, string Type, ImmutableArray<string> Aliases, bool IsBoundByName);

/// <summary>A cmdlet as its attributes declare it.</summary>
internal sealed record CmdletShape(
    string TypeName, string Verb, string Noun, bool SupportsShouldProcess, bool HasOutputType, ImmutableArray<ParameterShape> Parameters)
{
    public string Name => $"{Verb}-{Noun}";
}

/// <summary>
/// The cmdlets of the built module. Read from its metadata: PowerShell's own assembly, that the cmdlets derive from, is
/// not there to be loaded.
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
               select new CmdletShape(
                   reader.GetString(type.Name),
                   (string)cmdlet.FixedArguments[0].Value!,
                   (string)cmdlet.FixedArguments[1].Value!,
                   Named(cmdlet, "SupportsShouldProcess"),
                   Attributes(reader, type.GetCustomAttributes(), "OutputTypeAttribute").Any(),
                   [.. Parameters(reader, type)]),
        ];
    }

    /// <summary>Those of the type, then those of its base types in the same assembly.</summary>
    private static IEnumerable<ParameterShape> Parameters(MetadataReader reader, TypeDefinition type)
    {
        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            var sets = Attributes(reader, property.GetCustomAttributes(), "ParameterAttribute").ToList();
            if (sets.Count == 0)
                continue;
            var aliases = Attributes(reader, property.GetCustomAttributes(), "AliasAttribute")
                .SelectMany(alias => (ImmutableArray<CustomAttributeTypedArgument<string>>)alias.FixedArguments[0].Value!)
                .Select(alias => (string)alias.Value!);
            yield return new ParameterShape(
                reader.GetString(property.Name),
                property.DecodeSignature(TypeNames.Instance, null).ReturnType,
                [.. aliases],
                sets.Exists(set => Named(set, "ValueFromPipelineByPropertyName")));
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
        select attribute.DecodeValue(TypeNames.Instance);

    private static bool Named(CustomAttributeValue<string> attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Name == name && argument.Value is true);

    /// <summary>Types by their names; all that is asked of them here.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
    {
        public static TypeNames Instance { get; } = new();

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

        public string GetSystemType() => "System.Type";

        public bool IsSystemType(string type) => type == "System.Type";

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeDefinition(handle);
            return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(',', typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "method*";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
    }
}
