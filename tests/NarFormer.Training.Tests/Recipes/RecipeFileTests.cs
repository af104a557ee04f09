using System.Text.Json.Nodes;
using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Testing;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Tests.Recipes;

public sealed class RecipeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recipe").FullName;

    [Fact]
    public void Reads_what_it_wrote()
    {
        var recipe = RecipeFile.Read(Write(Good()));
        string copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "run")).FullName, "recipe.json");
        RecipeFile.Write(recipe, copy);

        RecipeFile.Text(RecipeFile.Read(copy)).ShouldBe(RecipeFile.Text(recipe));
        recipe.Dataset.ShouldBe(Path.Combine(_folder, "data"));
        recipe.Loss.ShouldBe(LossKind.LogHuber);
    }

    [Fact]
    public void An_unknown_key_is_an_error_that_names_file_and_key()
    {
        var json = Good();
        json["learningrat"] = 1;
        string path = Write(json);
        string message = Should.Throw<InvalidDataException>(() => RecipeFile.Read(path)).Message;
        message.ShouldContain(path);
        message.ShouldContain("learningrat");
    }

    [Theory]
    [InlineData("epochs", 0)]
    [InlineData("learningRate", -1)]
    [InlineData("averageDecay", 1)]
    public void A_value_out_of_range_is_an_error_that_names_its_key(string key, double value)
    {
        var json = Good();
        json[key] = key == "epochs" ? (int)value : value;
        Should.Throw<InvalidDataException>(() => RecipeFile.Read(Write(json))).Message.ShouldContain(key);
    }

    [Fact]
    public void A_ranking_loss_beside_mape_is_an_error()
    {
        var json = Good();
        json["cells"] = JsonNode.Parse("""{ "space": "a", "trainingLabel": "ms", "testLabel": "ms", "training": 10, "criterion": "mape" }""");
        json["ranking"] = JsonNode.Parse("""{ "kind": "logistic", "weight": 1 }""");
        Should.Throw<InvalidDataException>(() => RecipeFile.Read(Write(json))).Message.ShouldContain("ranking.weight");
        json["ranking"]!["weight"] = 0;
        RecipeFile.Read(Write(json)).Cells!.Criterion.ShouldBe(CellCriterion.Mape);
    }

    [Fact]
    public void Whole_networks_are_not_pruned()
    {
        var json = Good();
        json["cells"] = JsonNode.Parse("""{ "space": "fbnet", "as": "network", "trainingLabel": "ms", "testLabel": "ms", "training": 10 }""");
        RecipeFile.Read(Write(json)).Cells!.As.ShouldBe(CellForm.Network);
        json["cells"]!["prune"] = true;
        Should.Throw<InvalidDataException>(() => RecipeFile.Read(Write(json))).Message.ShouldContain("cells: prune");
    }

    [Theory]
    [InlineData("universal", "universal-3")]
    [InlineData("universal-1", "universal-1")]
    public void The_encoding_is_read_with_its_version(string name, string read)
    {
        var json = Good();
        json["encoding"] = name;
        RecipeFile.Read(Write(json)).Encoding.ShouldBe(read);
    }

    [Fact]
    public void An_unknown_encoding_is_an_error_that_names_the_file_and_those_there_are()
    {
        var json = Good();
        json["encoding"] = "papyrus";
        string path = Write(json);
        string message = Should.Throw<InvalidDataException>(() => RecipeFile.Read(path)).Message;
        message.ShouldContain(path);
        message.ShouldContain("encoding: unknown encoding 'papyrus'");
    }

    [Fact]
    public void A_missing_key_is_an_error_that_names_it()
    {
        var json = Good();
        json.Remove("epochs");
        Should.Throw<InvalidDataException>(() => RecipeFile.Read(Write(json))).Message.ShouldContain("epochs");
    }

    [Fact]
    public void The_network_takes_its_feature_counts_from_the_encoding()
    {
        var options = RecipeFile.NetworkOf(RecipeFile.Read(Write(Good())), PaperEncoding.Published);
        options.NodeFeatures.ShouldBe(152);
        options.StaticFeatures.ShouldBe(40);
        options.Hidden.ShouldBe(24);
        options.Edges.ShouldBe(EdgeDirection.Both);
    }

    [Fact]
    public void The_work_of_a_node_is_a_feature_that_the_encoding_names()
    {
        var json = Good();
        json["network"]!["workFeature"] = "cost.macsAnd4Bytes";
        var recipe = RecipeFile.Read(Write(json));
        var options = RecipeFile.NetworkOf(recipe, new UniversalEncoding());
        UniversalEncoding.NodeFeatureNames[options.WorkFeature!.Value].ShouldBe("cost.macsAnd4Bytes");
        Should.Throw<InvalidDataException>(() => RecipeFile.NetworkOf(recipe, PaperEncoding.Published)).Message.ShouldContain("cost.macsAnd4Bytes");
    }

    [Fact]
    public void An_unknown_option_of_the_network_is_an_error_that_names_it()
    {
        var json = Good();
        json["network"]!["hiden"] = 3;
        var recipe = RecipeFile.Read(Write(json));
        Should.Throw<InvalidDataException>(() => RecipeFile.NetworkOf(recipe, PaperEncoding.Published)).Message.ShouldContain("hiden");
    }

    [Fact]
    public void Every_recipe_of_the_repository_is_valid()
    {
        string[] files = Directory.GetFiles(Path.Combine(SharedData.Repository(), "configs"), "*.json");
        files.ShouldNotBeEmpty();
        foreach (string file in files)
        {
            var recipe = RecipeFile.Read(file);
            RecipeFile.NetworkOf(recipe, recipe.Cells is null ? EncodingCatalog.Find(recipe.Encoding) : PaperEncoding.Published);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Good() => new()
    {
        ["dataset"] = "data",
        ["encoding"] = "paper",
        ["network"] = new JsonObject { ["hidden"] = 24, ["edges"] = "both" },
        ["loss"] = "log-huber",
        ["epochs"] = 3,
        ["batchSize"] = 4,
        ["learningRate"] = 0.001,
    };

    private string Write(JsonObject json)
    {
        string path = Path.Combine(_folder, "recipe.json");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }
}
