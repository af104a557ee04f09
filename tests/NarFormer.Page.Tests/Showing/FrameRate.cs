using System.Globalization;
using Google.Protobuf;
using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;

namespace NarFormer.Page.Tests.Showing;

/// <summary>
/// Prints how smoothly a large graph moves: the times between frames while every frame moves or enlarges it. Only run when
/// asked for (<c>--explicit only --show-live-output on</c>).
/// </summary>
public sealed class FrameRate(BrowserFixture fixture) : PageTest(fixture)
{
    private const int Nodes = 2_500;
    private const int Frames = 300;

    /// <summary>Turns the wheel once in each frame and gives the times between frames in ms.</summary>
    private const string Turning = """
        async ({ frames, zooms }) => {
          const canvas = document.querySelector('.graph-canvas canvas[role=application]');
          const box = canvas.getBoundingClientRect();
          const times = [];
          for (let frame = 0; frame <= frames; frame++) {
            times.push(await new Promise(requestAnimationFrame));
            const back = frame % 100 >= 50;
            canvas.dispatchEvent(new WheelEvent('wheel', {
              deltaY: (zooms ? 12 : 90) * (back ? -1 : 1), ctrlKey: zooms, cancelable: true, bubbles: true,
              clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
            }));
          }
          return times.slice(1).map((time, i) => time - times[i]);
        }
        """;

    [Fact(Explicit = true)]
    public async Task Of_a_graph_of_2500_nodes()
    {
        var page = await OpenAsync();
        await page.Locator("input[type=file]").First.SetInputFilesAsync(NetworkFile.Of("gates.onnx", LargeNetwork.OfGates(Nodes).ToByteArray()));
        var canvas = page.Locator(".graph-canvas canvas[role=application]");
        await canvas.WaitForAsync();
        double layout = await page.EvaluateAsync<double>("performance.getEntriesByName('layout')[0].duration");
        Print(string.Create(CultureInfo.InvariantCulture, $"layout of {Nodes} nodes: {layout:0} ms"));
        await MeasureAsync(page, "scrolling at reading size", zooms: false);
        await MeasureAsync(page, "zooming", zooms: true);
        await canvas.FocusAsync();
        await page.Keyboard.PressAsync("0");
        await page.WaitForTimeoutAsync(500);
        await MeasureAsync(page, "zooming from the whole network", zooms: true);
    }

    private static async Task MeasureAsync(IPage page, string what, bool zooms)
    {
        double[] intervals = await page.EvaluateAsync<double[]>(Turning, new { frames = Frames, zooms });
        Array.Sort(intervals);
        Print(string.Create(CultureInfo.InvariantCulture, $"{what}: {1000 * intervals.Length / intervals.Sum():0.0} frames a second, median {At(0.5):0.0} ms, 95 % within {At(0.95):0.0} ms, longest {intervals[^1]:0.0} ms"));

        double At(double share) => intervals[(int)(share * (intervals.Length - 1))];
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
