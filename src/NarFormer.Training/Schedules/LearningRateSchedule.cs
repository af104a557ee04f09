namespace NarFormer.Training.Schedules;

/// <summary>Linear warm-up to the peak, then linear decay to 0 or none, by step (published: 10 % of all steps warm up).</summary>
public sealed class LearningRateSchedule
{
    private readonly double _peak;
    private readonly long _steps;
    private readonly long _warmUp;
    private readonly ScheduleKind _kind;

    /// <summary>Creates the schedule of a training of <paramref name="steps"/> steps.</summary>
    public LearningRateSchedule(double peak, long steps, double warmUpShare, ScheduleKind kind = ScheduleKind.Linear)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUpShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(warmUpShare, 1);
        _peak = peak;
        _steps = steps;
        _kind = kind;
        _warmUp = (long)Math.Round(steps * warmUpShare);
    }

    /// <summary>The learning rate of <paramref name="step"/>, counted from 0.</summary>
    public double At(long step) => step < _warmUp
        ? _peak * (step + 1) / _warmUp
        : _kind == ScheduleKind.Constant ? _peak : _peak * Math.Max(0, _steps - step) / (_steps - _warmUp);
}
