namespace NarFormer.Server.Problems;

/// <summary>What a request brings cannot be understood; the message says why.</summary>
internal sealed class UnreadableException(string message, Exception? cause = null) : Exception(message, cause);
