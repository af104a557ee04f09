using NarFormer.Store.Bench;

return args switch
{
    ["similar"] => SearchTime.Run(Console.Out),
    ["families", var store, var predictor] => await NeighbourFamilies.RunAsync(store, predictor, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        NarFormer.Store.Bench similar                   milliseconds to find the 10 nearest of up to 100,000 vectors, as Markdown
        NarFormer.Store.Bench families STORE PREDICTOR  how often the nearest network of a store is of the same family
        """);
    return 2;
}
