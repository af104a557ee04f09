using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement.Tests.Environment;

public sealed class NoiseVerdictTests
{
    [Fact]
    public void A_quiet_machine_is_fine()
    {
        var verdict = NoiseVerdict.Of(0.02, allow: false);
        verdict.Refusal.ShouldBeNull();
        verdict.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.4, false)]
    [InlineData(0.95, true)]
    [InlineData(null, false)]
    public void A_doubtful_machine_is_warned_about(double? busy, bool allow)
    {
        var verdict = NoiseVerdict.Of(busy, allow);
        verdict.Refusal.ShouldBeNull();
        verdict.Warnings.Count.ShouldBe(1);
    }

    [Fact]
    public void A_busy_machine_is_refused() => NoiseVerdict.Of(0.95, allow: false).Refusal.ShouldNotBeNull().ShouldContain("--allow-noise");

    [Fact]
    public async Task The_busy_share_is_a_share()
    {
        double? busy = await MachineNoise.BusyShareAsync(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        (busy is null or (>= 0 and <= 1)).ShouldBeTrue();
    }
}
