using NarFormer.Training.Studies;

namespace NarFormer.Training.Tests.Studies;

public sealed class StudySelectionTests
{
    private static readonly IReadOnlyList<string>[] Runs = [["v2", "vgg"], ["v2", "rnn"], ["ours", "vgg"], ["ours", "rnn"]];

    [Fact]
    public void Every_run_is_trained_without_names() => StudySelection.All.Of(Runs).ShouldBe([true, true, true, true]);

    [Fact]
    public void A_name_selects_the_runs_that_have_it() => Only("ours").Of(Runs).ShouldBe([false, false, true, true]);

    [Fact]
    public void Names_of_two_axes_select_their_crossing() => Only("ours", "vgg", "rnn").Of(Runs).ShouldBe([false, false, true, true]);

    [Fact]
    public void A_share_is_one_of_the_selected_runs() => new StudySelection(new StudyShare(2, 2), ["ours"]).Of(Runs).ShouldBe([false, false, false, true]);

    [Fact]
    public void An_unknown_name_is_refused() => Should.Throw<InvalidDataException>(() => Only("theirs").Of(Runs)).Message.ShouldContain("theirs");

    private static StudySelection Only(params string[] names) => new(StudyShare.All, names);
}
