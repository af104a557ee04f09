using System.Security.Cryptography;
using Google.Protobuf;

namespace NarFormer.Zoo.Tests;

/// <summary>The measured labels belong to these bytes: a family may be added, but none may change.</summary>
public sealed class FrozenNetworksTests
{
    public static TheoryData<string, string> Hashes => new()
    {
        { "alexnet", "b360982b6e24aec0" },
        { "vgg", "a213fd0bdf8ba20a" },
        { "googlenet", "c2a79dbd46d06aad" },
        { "squeezenet", "6dd70efb54f922e6" },
        { "resnet", "8691127d4c1ab12f" },
        { "mobilenetv2", "f9a3cd792afd92bb" },
        { "mobilenetv3", "734db2f8edccb274" },
        { "mnasnet", "b720bb367a7886bd" },
        { "efficientnet", "c96e03a982906a52" },
        { "nasbench201", "e58cb9505dee0cad" },
        { "densenet", "2ca04f7d4c66ed44" },
        { "shufflenetv2", "3ac194552ecf42d8" },
        { "vit", "fcf63011fd5166ad" },
        { "bert", "f9d860475e910a6f" },
        { "convnext", "6720ccb0cd00da26" },
        { "unet", "da1173f722805856" },
        { "mlpmixer", "811f93ff90bdcdad" },
        { "rnn", "a8141d1ca65aad3c" },
        { "gcn", "9d451223fc50b51b" },
        { "operators", "453655cecb6f9886" },
        { "compositions", "3e7ece983ed905b9" },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public void The_first_network_of_each_family_has_the_bytes_that_were_measured(string family, string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(ZooCatalog.Find(family).Generate(1).ToByteArray()))[..16].ShouldBe(hash);
}
