using System.Runtime.ExceptionServices;

namespace NarFormer.Runtime;

/// <summary>Results of a parallel query, one after the other.</summary>
internal static class ParallelResults
{
    /// <summary>The results; the first error of the query is thrown as it was, not wrapped.</summary>
    public static IEnumerable<T> Of<T>(ParallelQuery<T> query)
    {
        using var results = query.GetEnumerator();
        while (MoveNext(results)) yield return results.Current;
    }

    private static bool MoveNext<T>(IEnumerator<T> results)
    {
        try
        {
            return results.MoveNext();
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
