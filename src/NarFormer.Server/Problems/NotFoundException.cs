namespace NarFormer.Server.Problems;

/// <summary>What a request asks for is not there.</summary>
internal sealed class NotFoundException(string message) : Exception(message);
