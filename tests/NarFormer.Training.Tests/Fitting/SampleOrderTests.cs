using NarFormer.Training.Fitting;

namespace NarFormer.Training.Tests.Fitting;

public sealed class SampleOrderTests
{
    [Fact]
    public void Depends_on_seed_and_epoch_alone()
    {
        SampleOrder.Of(50, 7, 3).ShouldBe(SampleOrder.Of(50, 7, 3));
        SampleOrder.Of(50, 7, 3).ShouldNotBe(SampleOrder.Of(50, 7, 4));
        SampleOrder.Of(50, 7, 3).ShouldNotBe(SampleOrder.Of(50, 8, 3));
    }

    [Fact]
    public void Holds_every_sample_once() => SampleOrder.Of(50, 7, 3).Order().ShouldBe(Enumerable.Range(0, 50));
}
