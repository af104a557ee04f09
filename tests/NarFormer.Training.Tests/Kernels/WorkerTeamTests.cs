using NarFormer.Training.Kernels;

namespace NarFormer.Training.Tests.Kernels;

public sealed class WorkerTeamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Does_every_part_once(int workers)
    {
        using var team = new WorkerTeam(workers, TimeSpan.FromMilliseconds(1));
        for (int parts = 0; parts < 200; parts++)
        {
            int[] times = new int[parts];

            team.Run(parts, workers, i => Interlocked.Increment(ref times[i]));

            times.ShouldAllBe(t => t == 1);
        }
    }

    [Fact]
    public async Task Wakes_threads_that_have_gone_to_sleep()
    {
        using var team = new WorkerTeam(1, TimeSpan.Zero);
        for (int i = 0; i < 20; i++)
        {
            using var both = new Barrier(2);
            var run = Task.Run(() => team.Run(2, 1, _ => both.SignalAndWait(Cancellation)), Cancellation);
            await run.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await Task.Delay(2, Cancellation);
        }
    }

    [Fact]
    public void Does_the_work_of_a_part_within_a_part()
    {
        using var team = new WorkerTeam(2, TimeSpan.FromMilliseconds(1));
        int done = 0;

        team.Run(4, 2, _ => team.Run(5, 2, _ => Interlocked.Increment(ref done)));

        done.ShouldBe(20);
    }

    [Fact]
    public async Task Serves_several_callers_at_once()
    {
        using var team = new WorkerTeam(1, TimeSpan.FromMilliseconds(1));
        int done = 0;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () =>
            {
                for (int i = 0; i < 500; i++) team.Run(3, 1, _ => Interlocked.Increment(ref done));
            },
            Cancellation)));

        done.ShouldBe(4 * 500 * 3);
    }

    [Fact]
    public void Throws_what_a_part_throws_and_goes_on_working()
    {
        using var team = new WorkerTeam(1, TimeSpan.FromMilliseconds(1));

        Should.Throw<InvalidDataException>(() => team.Run(10, 1, i => throw new InvalidDataException($"part {i}")));

        int done = 0;
        team.Run(10, 1, _ => Interlocked.Increment(ref done));
        done.ShouldBe(10);
    }
}
