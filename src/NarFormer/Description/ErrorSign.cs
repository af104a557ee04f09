namespace NarFormer.Description;

/// <summary>What is known of a prediction when it is made and says how large its error will be.</summary>
public enum ErrorSign
{
    /// <summary>The predicted value.</summary>
    Value,

    /// <summary>Nodes of the network.</summary>
    Nodes,

    /// <summary>The distance of the network's embedding from the training data, as a multiple of what is familiar.</summary>
    Distance,

    /// <summary>The standard deviation over an ensemble's members of the logarithm of their predictions.</summary>
    Spread,
}
