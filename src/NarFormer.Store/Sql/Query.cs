using System.Data.Common;

namespace NarFormer.Store.Sql;

/// <summary>A statement that gives rows, and what a row stands for.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Row">Reads a row.</param>
internal sealed record Query<T>(string Sql, Func<DbDataReader, T> Row);
