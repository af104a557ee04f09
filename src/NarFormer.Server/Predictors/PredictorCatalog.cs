using NarFormer.Files;
using NarFormer.Runtime;
using NarFormer.Server.Problems;
using NarFormer.Server.Telemetry;

namespace NarFormer.Server.Predictors;

/// <summary>The predictors that are served.</summary>
internal sealed class PredictorCatalog : IAsyncDisposable
{
    private PredictorCatalog(IReadOnlyList<ServedNetworkPredictor> networks, IReadOnlyList<ServedCellPredictor> cells)
    {
        Networks = networks;
        Cells = cells;
    }

    /// <summary>Those of networks, in the order in which they were asked for.</summary>
    public IReadOnlyList<ServedNetworkPredictor> Networks { get; }

    /// <summary>Those of cells, in the order in which they were asked for.</summary>
    public IReadOnlyList<ServedCellPredictor> Cells { get; }

    /// <summary>Loads the predictors of <paramref name="options"/>.</summary>
    /// <exception cref="InvalidDataException">One is no predictor or two have the same name; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PredictorCatalog Load(ServerOptions options, ServerMetrics metrics)
    {
        var networks = new List<ServedNetworkPredictor>();
        var cells = new List<ServedCellPredictor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string nameOrFile in options.Predictors.Count > 0 ? options.Predictors : BundledPredictors.Names())
        {
            string path = File.Exists(nameOrFile) ? nameOrFile : BundledPredictors.PathOf(nameOrFile);
            var description = PredictorFile.Read(path).Description;
            if (!names.Add(description.Name)) throw new InvalidDataException($"{path}: there are two predictors called {description.Name}");
            // Requests are what is worked on at once, so each takes one thread.
            if (description.Cells is null) networks.Add(new ServedNetworkPredictor(Predictor.Load(path, new PredictorOptions { Threads = 1 }), options.Limits, metrics));
            else cells.Add(new ServedCellPredictor(CellPredictor.Load(path), options.Limits, metrics));
        }

        return new PredictorCatalog(networks, cells);
    }

    /// <summary>The predictor of networks called <paramref name="name"/>.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public ServedNetworkPredictor Network(string name) =>
        Networks.FirstOrDefault(p => p.Description.Name == name) ?? throw new NotFoundException($"there is no predictor of networks called '{name}'");

    /// <summary>The predictor of networks called <paramref name="name"/>, or the first one if there is no name.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public ServedNetworkPredictor NetworkOrFirst(string? name) =>
        name is not null ? Network(name) : Networks.Count > 0 ? Networks[0] : throw new NotFoundException("no predictor of networks is served here");

    /// <summary>
    /// The predictor that explains its predictions: the one called <paramref name="name"/>, or without a name the first for the
    /// first platform; <see langword="null"/> where it does not sum costs of nodes.
    /// </summary>
    /// <exception cref="NotFoundException">There is none of that name.</exception>
    public ServedNetworkPredictor? Explaining(string? name)
    {
        var asked = name is null ? Networks.Where(p => p.Description.Platform == Networks[0].Description.Platform) : [Network(name)];
        return asked.FirstOrDefault(p => p.SumsNodeCosts);
    }

    /// <summary>The predictor of cells called <paramref name="name"/>.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public ServedCellPredictor Cell(string name) =>
        Cells.FirstOrDefault(p => p.Description.Name == name) ?? throw new NotFoundException($"there is no predictor of cells called '{name}'");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var predictor in Networks) await predictor.DisposeAsync().ConfigureAwait(false);
        foreach (var predictor in Cells) await predictor.DisposeAsync().ConfigureAwait(false);
    }
}
