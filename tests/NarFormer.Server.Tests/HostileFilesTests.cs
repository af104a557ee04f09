using System.Net;
using NarFormer.Testing;

namespace NarFormer.Server.Tests;

public sealed class HostileFilesTests
{
    [Theory]
    [InlineData("onnx-bad")]
    [InlineData("onnx-real")]
    public async Task No_file_takes_the_service_down(string folder)
    {
        string[] files = Directory.GetFiles(SharedData.Path(folder), "*.onnx", SearchOption.AllDirectories);
        await using var server = await RunningServer.StartAsync();
        foreach (string file in files)
        {
            using var response = await server.PostAsync(await File.ReadAllBytesAsync(file, RunningServer.Cancellation), Path.GetFileName(file));
            response.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity);
            if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                (await RunningServer.ProblemAsync(response)).ShouldNotBeEmpty(file);
                continue;
            }

            var network = await RunningServer.JsonAsync(response);
            (await server.GetAsync($"/v1/networks/{network["hash"]}/graph"))["nodes"]!.AsArray().Count.ShouldBe(network["nodes"]!.GetValue<int>());
        }

        (await server.Client.GetStringAsync("/health/ready", RunningServer.Cancellation)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task No_cut_or_damaged_file_takes_the_service_down()
    {
        byte[] whole = RunningServer.Network();
        await using var server = await RunningServer.StartAsync();
        for (int i = 1; i < 60; i++)
        {
            byte[] damaged = [.. whole];
            for (int b = i; b < damaged.Length; b += 97 * i) damaged[b] ^= (byte)(i * 31);
            using var cut = await server.PostAsync(whole[..(whole.Length * i / 60)]);
            using var changed = await server.PostAsync(damaged);
            ((int)cut.StatusCode).ShouldBeLessThan(500);
            ((int)changed.StatusCode).ShouldBeLessThan(500);
        }

        (await server.Client.GetStringAsync("/health/live", RunningServer.Cancellation)).ShouldBe("Healthy");
    }
}
