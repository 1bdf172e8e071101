using System.Reflection;
using System.Runtime.CompilerServices;

namespace PaymentCustomers.Tests;

/// <summary>The memory that an object keeps, with all objects that it refers to. It is computed from the objects and not from the
/// heap, which all tests of the process share.</summary>
internal static class RetainedBytes
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo HoldsReferences = typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!;

    private static readonly MethodInfo SizeOfType = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    // In a 64-bit process, these are the header and the pointer to the type. An array also has its length.
    private static readonly int ObjectHeader = 2 * IntPtr.Size;

    /// <summary>The bytes of an object and of all objects that can be reached from it, without padding.</summary>
    public static long Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var open = new Stack<object>(seen);
        var bytes = 0L;
        while (open.TryPop(out var found))
        {
            bytes += ObjectHeader + SizeOf(found);
            foreach (var other in ReferencesOf(found))
            {
                if (seen.Add(other))
                    open.Push(other);
            }
        }

        return bytes;
    }

    private static long SizeOf(object found) => found switch
    {
        string text => sizeof(int) + (text.Length + 1) * sizeof(char),
        Array array => IntPtr.Size + array.LongLength * SizeOfOne(array.GetType().GetElementType()!),
        _ => Fields(found.GetType()).Sum(field => (long)SizeOfOne(field.FieldType)),
    };

    private static IEnumerable<object> ReferencesOf(object found)
    {
        if (found is string or Type)
            return [];
        if (found is not Array array)
            return Fields(found.GetType()).SelectMany(field => Held(field.FieldType, field.GetValue(found)));
        var element = array.GetType().GetElementType()!;
        return MayRefer(element) ? array.Cast<object?>().SelectMany(item => Held(element, item)) : [];
    }

    /// <summary>The object that a reference points to, or the objects that a structure refers to.</summary>
    private static IEnumerable<object> Held(Type type, object? value)
    {
        if (value is null || !MayRefer(type))
            return [];
        return type.IsValueType ? ReferencesOf(value) : [value];
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) =>
        type is null ? [] : type.GetFields(Instance).Concat(Fields(type.BaseType));

    private static bool MayRefer(Type type) =>
        !type.IsPointer && (bool)HoldsReferences.MakeGenericMethod(type).Invoke(null, null)!;

    private static int SizeOfOne(Type type) =>
        type.IsPointer ? IntPtr.Size : (int)SizeOfType.MakeGenericMethod(type).Invoke(null, null)!;
}
