using NarFormer.Description;

namespace NarFormer.Runtime;

/// <summary>A line through knots, straight between them and beyond the ends, so that order stays as it is.</summary>
internal static class ScoreLine
{
    /// <summary>The value of <paramref name="score"/>; the score itself where there are fewer than two knots.</summary>
    public static double At(IReadOnlyList<ScoreKnot> knots, double score)
    {
        if (knots.Count < 2) return score;
        int right = 1;
        while (right < knots.Count - 1 && score > knots[right].Score) right++;
        var (low, high) = (knots[right - 1], knots[right]);
        return low.Value + ((score - low.Score) * (high.Value - low.Value) / (high.Score - low.Score));
    }
}
