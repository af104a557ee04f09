using NarFormer.Training.Schedules;

namespace NarFormer.Training.Tests.Schedules;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void Rises_over_the_first_tenth_and_falls_to_zero()
    {
        var schedule = new LearningRateSchedule(1e-3, 100, 0.1);

        schedule.At(0).ShouldBe(1e-4, 1e-12);
        schedule.At(9).ShouldBe(1e-3, 1e-12);
        schedule.At(10).ShouldBe(1e-3, 1e-12);
        schedule.At(55).ShouldBe(5e-4, 1e-12);
        schedule.At(100).ShouldBe(0);
    }

    [Fact]
    public void Stays_at_the_peak_where_it_is_constant()
    {
        var schedule = new LearningRateSchedule(1e-3, 100, 0.1, ScheduleKind.Constant);
        schedule.At(0).ShouldBe(1e-4, 1e-12);
        schedule.At(9).ShouldBe(1e-3, 1e-12);
        schedule.At(99).ShouldBe(1e-3);
    }

    [Fact]
    public void Starts_at_the_peak_without_a_warm_up() => new LearningRateSchedule(0.5, 4, 0).At(0).ShouldBe(0.5);
}
