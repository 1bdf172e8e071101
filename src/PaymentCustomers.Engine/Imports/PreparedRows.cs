using System.Runtime.ExceptionServices;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>
/// Reads the rows of a file on the calling thread, and checks them on others, some parts of the file ahead. The rows are returned in
/// their order. A second enumeration continues after the last row of the first.
/// </summary>
/// <param name="source">Reads the rows.</param>
/// <param name="preparer">Checks them.</param>
internal sealed class PreparedRows(DraftSource source, DraftPreparer preparer)
{
    private const int PartLength = 64;

    private static readonly int MostParts = 2 * Environment.ProcessorCount;

    private readonly Queue<Task<PreparedDraft[]>> _parts = new();
    private PreparedDraft[] _part = [];
    private int _next;

    // Why the row after the parts could not be read; null after it was thrown.
    private ExceptionDispatchInfo? _failure;

    /// <summary>The rows. If one cannot be read, the rows before it are returned first, by this enumeration or the next.</summary>
    public IEnumerable<PreparedDraft> All()
    {
        using var drafts = source.Drafts().GetEnumerator();
        var isAtEnd = _failure is not null;
        while (true)
        {
            while (_next < _part.Length)
                yield return _part[_next++];
            do
            {
                if (!isAtEnd)
                    isAtEnd = !TryReadPart(drafts);
            }
            // The first part is returned before more of them are read.
            while (!isAtEnd && _parts.Count < MostParts && !_parts.Peek().IsCompleted);

            if (!_parts.TryDequeue(out var part))
                break;
#pragma warning disable RS0030 // A short computation.
            _part = part.GetAwaiter().GetResult();
#pragma warning restore RS0030
            _next = 0;
        }

        var failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    /// <summary>Reads the next part, and starts to check it.</summary>
    /// <returns>False if there is no further part.</returns>
    private bool TryReadPart(IEnumerator<Draft> drafts)
    {
        var part = new List<Draft>(PartLength);
        try
        {
            while (part.Count < PartLength && drafts.MoveNext())
                part.Add(drafts.Current);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        if (part.Count > 0)
            _parts.Enqueue(Task.Run(() => part.ConvertAll(preparer.Prepare).ToArray()));
        return part.Count == PartLength;
    }
}
