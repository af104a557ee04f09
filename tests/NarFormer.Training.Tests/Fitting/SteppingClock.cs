namespace NarFormer.Training.Tests.Fitting;

/// <summary>A clock that is one second further each time it is asked.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _seconds++;
}
