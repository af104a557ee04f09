namespace NarFormer.Server.Batching;

/// <summary>So much is waiting that the caller has to come again later.</summary>
internal sealed class ServerBusyException() : Exception("the service is busy; try again in a moment")
{
    /// <summary>When to come again.</summary>
    public static TimeSpan RetryAfter => TimeSpan.FromSeconds(1);
}
